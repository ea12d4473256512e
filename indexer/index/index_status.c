#include "indexer/index/index_status.h"

#include <errno.h>
#include <sqlite3.h>
#include <stddef.h>
#include <string.h>

#include "indexer/index/page_sums.h"

/* What a failure of SQLite means here, and the reason where the system gave none of its own. */
static const struct failure {
    int code;
    struct index_status status;
} failures[] = {
    {SQLITE_BUSY, {INDEX_BUSY, 0}},
    {SQLITE_LOCKED, {INDEX_BUSY, 0}},
    {SQLITE_CORRUPT, {INDEX_DAMAGED, 0}},
    {SQLITE_NOTADB, {INDEX_DAMAGED, 0}},
    {SQLITE_ERROR, {INDEX_DAMAGED, 0}},
    {SQLITE_SCHEMA, {INDEX_DAMAGED, 0}},
    {SQLITE_AUTH, {INDEX_DAMAGED, 0}},
    {SQLITE_INTERRUPT, {INDEX_DAMAGED, 0}},
    {SQLITE_CONSTRAINT, {INDEX_DAMAGED, 0}},
    {SQLITE_MISMATCH, {INDEX_DAMAGED, 0}},
    {SQLITE_TOOBIG, {INDEX_DAMAGED, 0}},
    {SQLITE_READONLY_ROLLBACK, {INDEX_INTERRUPTED, 0}},
    {SQLITE_READONLY_DBMOVED, {INDEX_REPLACED, 0}},
    /* Who still reads the file that was replaced takes the new one's journal for a killed run's. */
    {SQLITE_IOERR_DELETE_NOENT, {INDEX_REPLACED, 0}},
    {SQLITE_READONLY, {INDEX_UNREADABLE, EACCES}},
    {SQLITE_PERM, {INDEX_UNREADABLE, EACCES}},
    {SQLITE_CANTOPEN, {INDEX_UNREADABLE, EACCES}},
    {SQLITE_FULL, {INDEX_UNREADABLE, ENOSPC}},
    {SQLITE_NOMEM, {INDEX_UNREADABLE, ENOMEM}},
    {SQLITE_IOERR_NOMEM, {INDEX_UNREADABLE, ENOMEM}},
    {SQLITE_IOERR_DATA, {INDEX_DAMAGED, 0}},
    {SQLITE_IOERR, {INDEX_UNREADABLE, EIO}},
};

/* The exact code has its row, or else the family that it is of. */
static struct index_status look_up(int result)
{
    struct index_status status = {INDEX_UNREADABLE, 0};
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        if (failures[i].code == result)
            return failures[i].status;
        if (failures[i].code == (result & 0xFF))
            status = failures[i].status;
    }
    return status;
}

struct index_status index_status_of(struct sqlite3 *db, int result)
{
    if (result == SQLITE_OK || result == SQLITE_ROW || result == SQLITE_DONE)
        return (struct index_status){INDEX_GOOD, 0};
    struct index_status status = look_up(result);
    int family = result & 0xFF;
    if (db && status.state == INDEX_UNREADABLE && (family == SQLITE_IOERR || family == SQLITE_CANTOPEN) &&
        sqlite3_system_errno(db))
        status.reason = sqlite3_system_errno(db);
    if (status.state == INDEX_DAMAGED && page_sums_refusal())
        status = (struct index_status){INDEX_UNREADABLE, page_sums_refusal()};
    return status;
}

const char *index_status_text(struct arena *arena, struct index_status status, const char *path)
{
    static const char *const texts[] = {
        [INDEX_GOOD] = "is in order",
        [INDEX_MISSING] = "is not there yet; make it with: catalogue index",
        [INDEX_FOREIGN] =
            "is not an index of a catalogue, so it is left alone; name another file with --database, or move it away",
        [INDEX_OTHER_VERSION] = "was made by another version of this program; make it anew with: catalogue index",
        [INDEX_DAMAGED] = "is damaged; make it anew with: catalogue index --rebuild, or download it again",
        [INDEX_UNREADABLE] = "cannot be read or written",
        [INDEX_INTERRUPTED] =
            "was left half written by a run that was stopped; whoever may write to it mends it with: catalogue index",
        [INDEX_REPLACED] = "was replaced by another run; try again",
        [INDEX_BUSY] = "is being written by another run; try again in a moment",
    };
    const char *reason = status.state == INDEX_UNREADABLE && status.reason ? strerror(status.reason) : NULL;
    return arena_format(arena, "the index %s %s%s%s", path, texts[status.state], reason ? ": " : "",
                        reason ? reason : "");
}
