#include "indexer/index/index_create.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "indexer/base/file_write.h"
#include "indexer/index/index_file.h"
#include "indexer/index/index_guard.h"
#include "indexer/index/page_sums.h"
#include "indexer/index/statements.h"

static const char schema[] = {
#include "indexer/index/schema.sql.inc"
    0};

/* A new index is nobody's until it takes the name: what is half written needs no journal on the disk and no waiting for it. */
static const char building_settings[] = "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
                                        "PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;";

static struct index_status make_schema(sqlite3 *db)
{
    struct arena arena = {0};
    char *text = arena_format(
        &arena, "%s PRAGMA page_size = %d; PRAGMA application_id = %d; PRAGMA user_version = %d; BEGIN; %s COMMIT;",
        building_settings, PAGE_SIZE, INDEX_APPLICATION_ID, INDEX_VERSION, schema);
    bool has_room = page_sums_reserve(db);
    struct index_status status =
        index_status_of(db, has_room ? sqlite3_exec(db, text, NULL, NULL, NULL) : SQLITE_NOMEM);
    arena_free(&arena);
    return status;
}

/*
 * The file that a new index is built in, always of the same name, so that a
 * killed run leaves one at most and the next run takes it over. Whoever holds
 * its lock builds; others wait for as long as they would wait for the database.
 */
static int open_locked(const char *path)
{
    for (int tries = 0; tries < INDEX_FILE_WAIT / INDEX_FILE_STEP; tries++) {
        struct stat opened;
        struct stat named;
        int descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
        if (descriptor < 0)
            return -1;
        bool locked = flock(descriptor, LOCK_EX | LOCK_NB) == 0;
        if (!locked && errno != EWOULDBLOCK && errno != EINTR) {
            int problem = errno;
            close(descriptor);
            errno = problem;
            return -1;
        }
        /* It may have been renamed by the run that had the lock until now. */
        if (locked && fstat(descriptor, &opened) == 0 && stat(path, &named) == 0 && opened.st_ino == named.st_ino)
            return descriptor;
        close(descriptor);
        nanosleep(&(struct timespec){.tv_nsec = INDEX_FILE_STEP * 1000000}, NULL);
    }
    errno = EWOULDBLOCK;
    return -1;
}

/* Into an empty file. */
static struct index_status copy_file(const char *from, int to)
{
    enum { CHUNK = 64 * 1024 };
    struct arena arena = {0};
    char *chunk = arena_alloc(&arena, CHUNK);
    int descriptor = open(from, O_RDONLY | O_CLOEXEC);
    ssize_t got = descriptor < 0 ? -1 : read(descriptor, chunk, CHUNK);
    while (got > 0 && file_write_all(to, chunk, (size_t)got))
        got = read(descriptor, chunk, CHUNK);
    struct index_status status = got ? index_file_refused(errno) : (struct index_status){INDEX_GOOD, 0};
    if (descriptor >= 0)
        close(descriptor);
    arena_free(&arena);
    return status;
}

/* The file that it was copied from is believed no more than any other. */
static struct index_status take_over(sqlite3 *db)
{
    struct index_status status = index_file_identify(db);
    if (status.state == INDEX_GOOD)
        status = index_status_of(db, sqlite3_exec(db, building_settings, NULL, NULL, NULL));
    return status;
}

/* As a new file, or with the rows of another. */
static sqlite3 *open_new(const char *path, bool is_empty, struct index_status *status)
{
    sqlite3 *db = index_file_open(path, SQLITE_OPEN_READWRITE, status);
    if (db)
        *status = is_empty ? make_schema(db) : take_over(db);
    if (status->state == INDEX_GOOD)
        return db;
    sqlite3_close(db);
    return NULL;
}

static struct index *create(const char *before, const char *path, struct index_status *status)
{
    struct arena arena = {0};
    struct index *index = NULL;
    char *temporary = arena_format(&arena, "%s.new", path);
    int descriptor = open_locked(temporary);
    if (descriptor < 0)
        *status = errno == EWOULDBLOCK ? (struct index_status){INDEX_BUSY, 0} : index_file_refused(errno);
    else if (ftruncate(descriptor, 0) != 0)
        *status = index_file_refused(errno);
    else
        *status = before ? copy_file(before, descriptor) : (struct index_status){INDEX_GOOD, 0};
    sqlite3 *db = status->state == INDEX_GOOD ? open_new(temporary, !before, status) : NULL;
    if (db) {
        index = index_of(db, temporary);
        index->building = descriptor;
    } else if (descriptor >= 0) {
        unlink(temporary);
        close(descriptor);
    }
    arena_free(&arena);
    return index;
}

struct index *index_create(const char *path, struct index_status *status)
{
    return create(NULL, path, status);
}

struct index *index_create_from(const char *before, const char *path, struct index_status *status)
{
    return create(before, path, status);
}

/* The bytes must be on the disk before the name is. */
static bool sync_file(const char *path, int flags)
{
    int descriptor = open(path, flags | O_CLOEXEC);
    bool done = descriptor >= 0 && fsync(descriptor) == 0;
    int problem = errno;
    if (descriptor >= 0)
        close(descriptor);
    errno = problem;
    return done;
}

static void sync_folder_of(const char *path)
{
    struct arena arena = {0};
    char *folder = arena_string(&arena, path);
    char *slash = strrchr(folder, '/');
    if (slash)
        *(slash == folder ? slash + 1 : slash) = '\0';
    sync_file(slash ? folder : ".", O_RDONLY | O_DIRECTORY);
    arena_free(&arena);
}

/*
 * Keeps other runs from writing to what is there, or waits for one that does: its journal is of the same name as
 * that of the new file. NULL where nothing of ours is there, and where it cannot be locked because it is damaged.
 */
static sqlite3 *hold(const char *path, struct index_status *status)
{
    struct index_status stands = index_file_look(path);
    sqlite3 *db = stands.state == INDEX_GOOD ? index_file_open(path, SQLITE_OPEN_READWRITE, &stands) : NULL;
    int result = db ? sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) : SQLITE_OK;
    if ((result & 0xFF) == SQLITE_BUSY)
        *status = index_status_of(db, result);
    return db;
}

/* A closed file takes the name. A journal left by a killed run belongs to the old file and would spoil the new one. */
static bool take_name(const char *temporary, const char *path)
{
    struct arena arena = {0};
    const char *journal = arena_format(&arena, "%s-journal", path);
    bool done =
        sync_file(temporary, O_RDWR) && (unlink(journal) == 0 || errno == ENOENT) && rename(temporary, path) == 0;
    int problem = errno;
    arena_free(&arena);
    errno = problem;
    return done;
}

bool index_replace(struct index *index, const char *path, struct index_status *status)
{
    struct arena arena = {0};
    const char *temporary = arena_string(&arena, index->path);
    int lock = index->building;
    *status = index->status;
    index->building = -1;
    index_close(index);
    sqlite3 *held = status->state == INDEX_GOOD ? hold(path, status) : NULL;
    if (status->state == INDEX_GOOD && !take_name(temporary, path))
        *status = index_file_refused(errno);
    sqlite3_close(held);
    bool done = status->state == INDEX_GOOD;
    if (done)
        sync_folder_of(path);
    else
        unlink(temporary);
    close(lock);
    arena_free(&arena);
    return done;
}

bool index_discard(struct index *index, struct index_status *status)
{
    if (!index)
        return true;
    /* While the lock is held, so that nobody else's file is taken away. */
    bool gone = unlink(index->path) == 0 || errno == ENOENT;
    if (!gone && status && status->state == INDEX_GOOD)
        *status = index_file_refused(errno);
    index_close(index);
    return gone;
}

bool index_pack(struct index *index, const char *path, struct index_status *status)
{
    struct arena arena = {0};
    const char *packed = arena_format(&arena, "%s" INDEX_PACKED, path);
    bool done = unlink(packed) == 0 || errno == ENOENT;
    *status = done ? index->status : index_file_refused(errno);
    done = done && statement_run(statement_get(index, SQL_SCHEMA_VERSION)) &&
           statement_run(statement_get(index, SQL_PACK_CACHE));
    struct statement *pack = statement_get(index, SQL_PACK);
    bind_text(pack, ":path", packed);
    done = done && statement_run(pack);
    if (index_failed(index))
        *status = index->status;
    else if (done && rename(packed, path) != 0)
        *status = index_file_refused(errno);
    done = done && status->state == INDEX_GOOD;
    if (!done)
        unlink(packed);
    arena_free(&arena);
    return done;
}
