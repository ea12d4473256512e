#include "indexer/index/index.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "indexer/index/statements.h"

enum { BUSY_MILLISECONDS = 5000, BUSY_STEP = 20, APPLICATION_ID_OFFSET = 68, HEADER_SIZE = 100 };

static const char schema[] = {
#include "indexer/index/schema.sql.inc"
    0};

#define QUOTED(number) #number
#define AS_TEXT(number) QUOTED(number)

/* Pages stay in memory until the commit, so that readers are shut out only for as long as that takes. */
static const char writing_settings[] =
    "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL; PRAGMA cache_spill = OFF;"
    "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;";

/* All that is read belongs to one state of the index, and its lock is taken once and not for every statement. */
static const char reading_begins[] = "BEGIN";

/* A new index is nobody's until it takes the name: what is half written needs no journal on the disk and no waiting for it. */
static const char building_settings[] = "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;"
                                        "PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;";

/* The database file is input too: nothing in it may run code. */
static void harden(sqlite3 *db)
{
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)NULL);
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, BUSY_MILLISECONDS);
}

static struct index_status refused(int reason)
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
        return refused(errno);
    if (!S_ISREG(file.st_mode))
        return (struct index_status){INDEX_FOREIGN, 0};
    ssize_t got = read(descriptor, header, sizeof header);
    if (got < 0)
        return refused(errno);
    if (got == 0)
        return (struct index_status){INDEX_MISSING, 0};
    return (struct index_status){got == HEADER_SIZE && is_ours(header) ? INDEX_GOOD : INDEX_FOREIGN, 0};
}

/* What the first bytes of the file say, without believing SQLite or the file. */
static struct index_status look(const char *path)
{
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return errno == ENOENT || errno == ENOTDIR ? (struct index_status){INDEX_MISSING, 0} : refused(errno);
    struct index_status status = look_at(descriptor);
    close(descriptor);
    return status;
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

static struct index *index_new(sqlite3 *db, const char *path)
{
    struct index *index = memory_resize(NULL, sizeof *index);
    *index = (struct index){.db = db, .building = -1};
    index->path = arena_string(&index->arena, path);
    return index;
}

/* Opens and hardens; NULL with *status telling why. */
static sqlite3 *open_file(const char *path, int flags, struct index_status *status)
{
    sqlite3 *db = NULL;
    *status = index_status_of(db, sqlite3_open_v2(path, &db, flags | SQLITE_OPEN_NOMUTEX, NULL));
    if (status->state == INDEX_GOOD) {
        harden(db);
        return db;
    }
    if (db && sqlite3_system_errno(db))
        status->reason = sqlite3_system_errno(db);
    sqlite3_close(db);
    return NULL;
}

struct index *index_open(const char *path, enum index_mode mode, struct index_status *status)
{
    bool writes = mode == INDEX_WRITE;
    *status = look(path);
    if (status->state != INDEX_GOOD)
        return NULL;
    sqlite3 *db = open_file(path, writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, status);
    if (!db)
        return NULL;
    *status = identify(db);
    if (status->state == INDEX_GOOD)
        *status = index_status_of(db, sqlite3_exec(db, writes ? writing_settings : reading_begins, NULL, NULL, NULL));
    if (status->state == INDEX_GOOD)
        return index_new(db, path);
    sqlite3_close(db);
    return NULL;
}

static struct index_status make_schema(sqlite3 *db)
{
    static const char identity[] =
        "PRAGMA page_size = 4096; PRAGMA application_id = " AS_TEXT(0x48494361) "; PRAGMA user_version = ";
    struct arena arena = {0};
    char *text = arena_format(&arena, "%s%s%d; BEGIN; %s COMMIT;", building_settings, identity, INDEX_VERSION, schema);
    struct index_status status = index_status_of(db, sqlite3_exec(db, text, NULL, NULL, NULL));
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
    for (int tries = 0; tries < BUSY_MILLISECONDS / BUSY_STEP; tries++) {
        struct stat opened;
        struct stat named;
        int descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644);
        if (descriptor < 0)
            return -1;
        bool locked = flock(descriptor, LOCK_EX | LOCK_NB) == 0;
        /* It may have been renamed by the run that had the lock until now. */
        if (locked && fstat(descriptor, &opened) == 0 && stat(path, &named) == 0 && opened.st_ino == named.st_ino)
            return descriptor;
        close(descriptor);
        nanosleep(&(struct timespec){.tv_nsec = BUSY_STEP * 1000000}, NULL);
    }
    errno = EWOULDBLOCK;
    return -1;
}

static sqlite3 *open_new(const char *path, struct index_status *status)
{
    sqlite3 *db = open_file(path, SQLITE_OPEN_READWRITE, status);
    if (db)
        *status = make_schema(db);
    if (status->state == INDEX_GOOD)
        return db;
    sqlite3_close(db);
    return NULL;
}

struct index *index_create(const char *path, struct index_status *status)
{
    struct arena arena = {0};
    struct index *index = NULL;
    char *temporary = arena_format(&arena, "%s.new", path);
    int descriptor = open_locked(temporary);
    if (descriptor < 0)
        *status = errno == EWOULDBLOCK ? (struct index_status){INDEX_BUSY, 0} : refused(errno);
    else if (ftruncate(descriptor, 0) != 0)
        *status = refused(errno);
    else
        *status = (struct index_status){INDEX_GOOD, 0};
    sqlite3 *db = status->state == INDEX_GOOD ? open_new(temporary, status) : NULL;
    if (db) {
        index = index_new(db, temporary);
        index->building = descriptor;
    } else if (descriptor >= 0) {
        unlink(temporary);
        close(descriptor);
    }
    arena_free(&arena);
    return index;
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
    if (status->state == INDEX_GOOD && !take_name(temporary, path))
        *status = refused(errno);
    bool done = status->state == INDEX_GOOD;
    if (done)
        sync_folder_of(path);
    else
        unlink(temporary);
    close(lock);
    arena_free(&arena);
    return done;
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
    statements_close(index);
    sqlite3_close(index->db);
    if (index->building >= 0)
        close(index->building);
    arena_free(&index->arena);
    free(index);
}

void index_discard(struct index *index)
{
    if (!index)
        return;
    /* While the lock is held, so that nobody else's file is taken away. */
    unlink(index->path);
    index_close(index);
}
