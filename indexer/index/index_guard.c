#include "indexer/index/index_guard.h"

#include <sqlite3.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>

/*
 * A search takes some thousand steps, publishing the whole catalogue one for ten bytes of its index, and making an
 * index one for four. What reads is given twenty times that, and memory for no more rows than so many steps can bring;
 * what writes may have any number of new files to add, and an end all the same.
 */
enum { STEPS_BETWEEN = 100000, READING_LEAST = 10000000, READING_A_BYTE = 2 };
static const int64_t writing_most = INT64_C(10000000000);

/*
 * What SQLite may have of the memory, of all its connections. Publishing 100,000 cases takes a quarter; a damaged length
 * asks for two GiB at once.
 */
static const int64_t memory_most = INT64_C(768) * 1024 * 1024;

/* Of the whole process, as one command has one index; several connections to it may read at once. */
static _Atomic int64_t steps_left;
static _Atomic int64_t steps_most;

static int count_steps(void *context)
{
    (void)context;
    return atomic_fetch_sub(&steps_left, STEPS_BETWEEN) <= 0;
}

void index_guard_steps(struct sqlite3 *db)
{
    sqlite3_progress_handler(db, STEPS_BETWEEN, count_steps, NULL);
}

void index_guard_renew(void)
{
    atomic_store(&steps_left, atomic_load(&steps_most));
}

static bool is_harmless(const char *function)
{
    static const char *const others[] = {"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (!function || sqlite3_stricmp(function, others[i]) == 0)
            return false;
    return true;
}

/*
 * All that a question needs. Beginning and ending a transaction is part of it, and where FTS5 tells SQLite what columns
 * its table has, that asks for the leave to write its own list of tables, which it then does not do.
 */
static int allow_reading(void *context, int action, const char *first, const char *second, const char *database,
                         const char *trigger)
{
    (void)context;
    (void)database;
    (void)trigger;
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_TRANSACTION:
    case SQLITE_PRAGMA:
        return SQLITE_OK;
    case SQLITE_UPDATE:
        return strcmp(first, "sqlite_master") == 0 ? SQLITE_OK : SQLITE_DENY;
    case SQLITE_FUNCTION:
        return is_harmless(second) ? SQLITE_OK : SQLITE_DENY;
    default:
        return SQLITE_DENY;
    }
}

static bool is_packed(const char *path)
{
    size_t size = strlen(path);
    size_t ending = strlen(INDEX_PACKED);
    return size > ending && strcmp(path + size - ending, INDEX_PACKED) == 0;
}

/*
 * What reads may do, and to change rows and make tables, as our statements do: what a trigger would change is refused,
 * and the only other file is the one that a copy is packed into.
 */
static int allow_writing(void *context, int action, const char *first, const char *second, const char *database,
                         const char *trigger)
{
    switch (action) {
    case SQLITE_INSERT:
    case SQLITE_UPDATE:
    case SQLITE_DELETE:
        return trigger ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_CREATE_TABLE:
    case SQLITE_CREATE_INDEX:
    case SQLITE_REINDEX:
    case SQLITE_CREATE_VTABLE:
    case SQLITE_CREATE_TEMP_TABLE:
    case SQLITE_CREATE_TEMP_INDEX:
        return SQLITE_OK;
    case SQLITE_ATTACH:
        return first && is_packed(first) ? SQLITE_OK : SQLITE_DENY;
    default:
        return allow_reading(context, action, first, second, database, trigger);
    }
}

void index_guard(struct sqlite3 *db, const char *path, bool only_reads)
{
    struct stat file;
    /* Where the size is not known, the least is enough to find out what is wrong. */
    int64_t size = stat(path, &file) == 0 ? (int64_t)file.st_size : 0;
    atomic_store(&steps_most, only_reads ? READING_LEAST + size * READING_A_BYTE : writing_most);
    index_guard_renew();
    sqlite3_hard_heap_limit64(memory_most);
    sqlite3_set_authorizer(db, only_reads ? allow_reading : allow_writing, NULL);
    index_guard_steps(db);
}
