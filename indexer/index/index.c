#include "indexer/index/index.h"

#include <sqlite3.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "indexer/index/index_file.h"

/* Pages stay in memory until the commit, so that readers are shut out only for as long as that takes. */
static const char writing_settings[] =
    "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA cache_spill = OFF;"
    "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;";

/* All that is read belongs to one state of the index, and its lock is taken once and not for every statement. */
static const char reading_begins[] = "BEGIN";

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

static struct index_status identify(sqlite3 *db)
{
    struct index_status status = {INDEX_GOOD, 0};
    int64_t version = read_number(db, "PRAGMA user_version", &status);
    if (status.state == INDEX_GOOD && version != INDEX_VERSION)
        status.state = INDEX_OTHER_VERSION;
    if (status.state == INDEX_GOOD)
        read_number(db, "SELECT count(*) FROM settings", &status);
    return status;
}

struct index *index_of(sqlite3 *db, const char *path)
{
    struct index *index = memory_resize(NULL, sizeof *index);
    *index = (struct index){.db = db, .building = -1};
    index->path = arena_string(&index->arena, path);
    return index;
}

/*
 * A run that was killed while it wrote left its journal: what is half written has to be undone before anybody can read,
 * and that is to write. True when it was done.
 */
static bool undo_half_written(sqlite3 *db, const char *path)
{
    struct index_status status;
    if (sqlite3_extended_errcode(db) != SQLITE_READONLY_ROLLBACK)
        return false;
    sqlite3 *writer = index_file_open(path, SQLITE_OPEN_READWRITE, &status);
    bool done = writer && identify(writer).state == INDEX_GOOD;
    sqlite3_close(writer);
    return done;
}

struct index *index_open(const char *path, enum index_mode mode, struct index_status *status)
{
    bool writes = mode == INDEX_WRITE;
    *status = index_file_look(path);
    if (status->state != INDEX_GOOD)
        return NULL;
    sqlite3 *db = index_file_open(path, writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, status);
    if (!db)
        return NULL;
    *status = identify(db);
    if (status->state == INDEX_UNREADABLE && undo_half_written(db, path))
        *status = identify(db);
    if (status->state == INDEX_GOOD)
        *status = index_status_of(db, sqlite3_exec(db, writes ? writing_settings : reading_begins, NULL, NULL, NULL));
    if (status->state == INDEX_GOOD)
        return index_of(db, path);
    sqlite3_close(db);
    return NULL;
}

bool index_failed(const struct index *index)
{
    return index && index->status.state != INDEX_GOOD;
}

const char *index_failure_text(struct arena *arena, const struct index *index)
{
    return index_status_text(arena, index->status, index->path);
}

bool index_check(struct index *index, int result)
{
    struct index_status status = index_status_of(index->db, result);
    if (!index_failed(index))
        index->status = status;
    return status.state == INDEX_GOOD;
}

void index_is_damaged(struct index *index)
{
    index_check(index, SQLITE_CORRUPT);
}

void index_close(struct index *index)
{
    if (!index)
        return;
    if (index->release)
        index->release(index);
    sqlite3_close(index->db);
    if (index->building >= 0)
        close(index->building);
    arena_free(&index->arena);
    free(index);
}
