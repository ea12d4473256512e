#include "indexer/index/index.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <unistd.h>

#include "indexer/index/index_file.h"
#include "indexer/index/index_undone.h"

/* Pages stay in memory until the commit, so that readers are shut out only for as long as that takes. */
static const char writing_settings[] =
    "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA cache_spill = OFF;"
    "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;";

/*
 * All that is read belongs to one state of the index, and its lock is taken once and not for every statement. Who reads
 * may write nowhere, so that what is sorted stays in memory.
 */
static const char reading_begins[] = "PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY; BEGIN";

struct index *index_of(sqlite3 *db, const char *path)
{
    struct index *index = memory_resize(NULL, sizeof *index);
    *index = (struct index){.db = db, .building = -1};
    index->path = arena_string(&index->arena, path);
    return index;
}

/* An open database that is an index; NULL with *status telling why it is not, or was not opened. */
static sqlite3 *identified(sqlite3 *db, struct index_status *status)
{
    if (!db)
        return NULL;
    *status = index_file_identify(db);
    if (status->state == INDEX_GOOD)
        return db;
    sqlite3_close(db);
    return NULL;
}

static sqlite3 *open_identified(const char *path, int flags, struct index_status *status)
{
    return identified(index_file_open(path, flags, status), status);
}

/* What a killed run left half written is undone by whoever may write and reads next, and in memory by who may not. */
static void undo(const char *path)
{
    struct index_status status;
    sqlite3_close(open_identified(path, SQLITE_OPEN_READWRITE, &status));
}

struct index *index_open(const char *path, enum index_mode mode, struct index_status *status)
{
    bool writes = mode == INDEX_WRITE;
    int flags = writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    *status = index_file_look(path);
    if (status->state != INDEX_GOOD)
        return NULL;
    sqlite3 *db = open_identified(path, flags, status);
    if (!db && status->state == INDEX_INTERRUPTED) {
        undo(path);
        db = open_identified(path, flags, status);
    }
    if (!db && status->state == INDEX_INTERRUPTED && !writes)
        db = identified(index_undone_open(path, status), status);
    if (!db)
        return NULL;
    *status = index_status_of(db, sqlite3_exec(db, writes ? writing_settings : reading_begins, NULL, NULL, NULL));
    if (status->state == INDEX_GOOD)
        return index_of(db, path);
    sqlite3_close(db);
    return NULL;
}

/* While the first has the file open for reading nobody can change it, and it tells whether its name still leads there. */
struct index *index_open_again(struct index *index, struct index_status *status)
{
    int moved = 0;
    struct index *again = sqlite3_threadsafe() ? index_open(index->path, INDEX_READ, status) : NULL;
    if (again && sqlite3_file_control(index->db, NULL, SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK && !moved)
        return again;
    index_close(again);
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

const char *index_library(void)
{
    return sqlite3_sourceid();
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
