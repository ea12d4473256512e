#include "indexer/index/index_file.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indexer/index/index_guard.h"
#include "indexer/index/page_sums.h"

enum { APPLICATION_ID_OFFSET = 68, HEADER_SIZE = 100 };

struct index_status index_file_refused(int reason)
{
    return (struct index_status){INDEX_UNREADABLE, reason};
}

static bool is_ours(const unsigned char *header)
{
    const unsigned char *id = header + APPLICATION_ID_OFFSET;
    uint32_t application = (uint32_t)id[0] << 24 | (uint32_t)id[1] << 16 | (uint32_t)id[2] << 8 | id[3];
    return memcmp(header, "SQLite format 3", 16) == 0 && application == INDEX_APPLICATION_ID;
}

static struct index_status look_at(int descriptor)
{
    struct stat file;
    unsigned char header[HEADER_SIZE] = {0};
    if (fstat(descriptor, &file) != 0)
        return index_file_refused(errno);
    if (!S_ISREG(file.st_mode))
        return (struct index_status){INDEX_FOREIGN, 0};
    ssize_t got = read(descriptor, header, sizeof header);
    if (got < 0)
        return index_file_refused(errno);
    if (got == 0)
        return (struct index_status){INDEX_MISSING, 0};
    return (struct index_status){got == HEADER_SIZE && is_ours(header) ? INDEX_GOOD : INDEX_FOREIGN, 0};
}

struct index_status index_file_look(const char *path)
{
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return errno == ENOENT || errno == ENOTDIR ? (struct index_status){INDEX_MISSING, 0}
                                                   : index_file_refused(errno);
    struct index_status status = look_at(descriptor);
    close(descriptor);
    return status;
}

/* The database file is input too: nothing in it may run code. */
void index_file_harden(struct sqlite3 *db, const char *path, bool only_reads)
{
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)NULL);
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, INDEX_FILE_WAIT);
    index_guard(db, path, only_reads);
}

struct sqlite3 *index_file_open(const char *path, int flags, struct index_status *status)
{
    sqlite3 *db = NULL;
    const char *vfs = page_sums_vfs();
    *status = index_status_of(db, vfs ? sqlite3_open_v2(path, &db, flags | SQLITE_OPEN_NOMUTEX, vfs) : SQLITE_NOMEM);
    if (status->state == INDEX_GOOD) {
        index_file_harden(db, path, flags & SQLITE_OPEN_READONLY);
        return db;
    }
    if (db && sqlite3_system_errno(db))
        status->reason = sqlite3_system_errno(db);
    sqlite3_close(db);
    return NULL;
}

/* A number from a statement of one row and column; -1 with *status set when even that could not be read. */
static int64_t read_number(sqlite3 *db, const char *text, struct index_status *status)
{
    sqlite3_stmt *statement = NULL;
    int64_t number = -1;
    int result = sqlite3_prepare_v2(db, text, -1, &statement, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_step(statement);
    if (result == SQLITE_ROW)
        number = sqlite3_column_int64(statement, 0);
    else
        *status = index_status_of(db, result);
    sqlite3_finalize(statement);
    return number;
}

/* A view may stand where a table is expected and never come to an end, and a trigger do what nobody asked for: none is ours. */
static const char count_views[] = "SELECT count(*) FROM sqlite_schema WHERE type NOT IN ('table', 'index')";

struct index_status index_file_identify(struct sqlite3 *db)
{
    struct index_status status = {INDEX_GOOD, 0};
    int64_t version = read_number(db, "PRAGMA user_version", &status);
    if (status.state == INDEX_GOOD && version != INDEX_VERSION)
        status.state = INDEX_OTHER_VERSION;
    if (status.state == INDEX_GOOD && (!page_sums_are_kept(db) || read_number(db, count_views, &status) > 0))
        status.state = INDEX_DAMAGED;
    if (status.state == INDEX_GOOD)
        read_number(db, "SELECT count(*) FROM settings", &status);
    return status;
}
