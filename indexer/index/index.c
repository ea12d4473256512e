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
    sqlite3_busy_timeout(db, BUSY_MILLISECONDS);
}

/* What the first bytes of the file say, without believing SQLite or the file. */
static enum index_state look(const char *path)
{
    unsigned char header[HEADER_SIZE] = {0};
    int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return errno == ENOENT || errno == ENOTDIR ? INDEX_MISSING : INDEX_UNREADABLE;
    struct stat status;
    ssize_t got =
        fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) ? read(descriptor, header, sizeof header) : -1;
    close(descriptor);
    if (got < 0)
        return INDEX_UNREADABLE;
    if (got == 0)
        return INDEX_MISSING;
    const unsigned char *id = header + APPLICATION_ID_OFFSET;
    uint32_t application = (uint32_t)id[0] << 24 | (uint32_t)id[1] << 16 | (uint32_t)id[2] << 8 | id[3];
    return got == HEADER_SIZE && memcmp(header, "SQLite format 3", 16) == 0 && application == INDEX_APPLICATION_ID
               ? INDEX_GOOD
               : INDEX_FOREIGN;
}

/* What a failure of SQLite means here, and the system's own reason for it where there is one (0: none). */
struct failure {
    int code;
    enum index_state state;
    int reason;
};

static const struct failure failures[] = {
    {SQLITE_BUSY, INDEX_BUSY, 0},
    {SQLITE_LOCKED, INDEX_BUSY, 0},
    {SQLITE_CORRUPT, INDEX_DAMAGED, 0},
    {SQLITE_NOTADB, INDEX_DAMAGED, 0},
    {SQLITE_ERROR, INDEX_DAMAGED, 0},
    {SQLITE_SCHEMA, INDEX_DAMAGED, 0},
    {SQLITE_CONSTRAINT, INDEX_DAMAGED, 0},
    {SQLITE_MISMATCH, INDEX_DAMAGED, 0},
    {SQLITE_READONLY, INDEX_UNREADABLE, EACCES},
    {SQLITE_PERM, INDEX_UNREADABLE, EACCES},
    {SQLITE_CANTOPEN, INDEX_UNREADABLE, EACCES},
    {SQLITE_FULL, INDEX_UNREADABLE, ENOSPC},
    {SQLITE_IOERR, INDEX_UNREADABLE, EIO},
};

static enum index_state state_of(int result)
{
    for (size_t i = 0; i < sizeof failures / sizeof *failures; i++) {
        if (failures[i].code != (result & 0xFF))
            continue;
        errno = failures[i].reason;
        return failures[i].state;
    }
    errno = 0;
    return INDEX_UNREADABLE;
}

/* A number from a PRAGMA; -1 with *state set when even that could not be read. */
static int64_t pragma(sqlite3 *db, const char *text, enum index_state *state)
{
    sqlite3_stmt *statement = NULL;
    int64_t number = -1;
    int result = sqlite3_prepare_v2(db, text, -1, &statement, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_step(statement);
    if (result == SQLITE_ROW)
        number = sqlite3_column_int64(statement, 0);
    else
        *state = state_of(result);
    sqlite3_finalize(statement);
    return number;
}

static enum index_state identify(sqlite3 *db)
{
    enum index_state state = INDEX_GOOD;
    int64_t version = pragma(db, "PRAGMA user_version", &state);
    if (state != INDEX_GOOD)
        return state;
    if (version != INDEX_VERSION)
        return INDEX_OTHER_VERSION;
    pragma(db, "SELECT count(*) FROM settings", &state);
    return state;
}

static struct index *index_new(sqlite3 *db, const char *path)
{
    struct index *index = memory_resize(NULL, sizeof *index);
    *index = (struct index){.db = db, .building = -1};
    index->path = arena_string(&index->arena, path);
    return index;
}

struct index *index_open(const char *path, enum index_mode mode, enum index_state *state)
{
    *state = look(path);
    if (*state != INDEX_GOOD)
        return NULL;
    sqlite3 *db = NULL;
    int flags = (mode == INDEX_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
    int result = sqlite3_open_v2(path, &db, flags, NULL);
    *state = result == SQLITE_OK ? INDEX_GOOD : state_of(result);
    if (*state == INDEX_GOOD) {
        harden(db);
        *state = identify(db);
    }
    const char *first = mode == INDEX_WRITE ? writing_settings : reading_begins;
    if (*state == INDEX_GOOD && sqlite3_exec(db, first, NULL, NULL, NULL) != SQLITE_OK)
        *state = state_of(sqlite3_errcode(db));
    if (*state == INDEX_GOOD)
        return index_new(db, path);
    sqlite3_close(db);
    return NULL;
}

static enum index_state make_schema(sqlite3 *db)
{
    static const char identity[] =
        "PRAGMA page_size = 4096; PRAGMA application_id = " AS_TEXT(0x48494361) "; PRAGMA user_version = ";
    struct arena arena = {0};
    char *text = arena_format(&arena, "%s%d; BEGIN; %s COMMIT;", identity, INDEX_VERSION, schema);
    int result = sqlite3_exec(db, text, NULL, NULL, NULL);
    arena_free(&arena);
    return result == SQLITE_OK ? INDEX_GOOD : state_of(result);
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

static sqlite3 *open_new(const char *path, enum index_state *state)
{
    sqlite3 *db = NULL;
    int result = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
    *state = result == SQLITE_OK ? INDEX_GOOD : state_of(result);
    if (*state == INDEX_GOOD) {
        harden(db);
        sqlite3_exec(db, building_settings, NULL, NULL, NULL);
        *state = make_schema(db);
    }
    if (*state == INDEX_GOOD)
        return db;
    sqlite3_close(db);
    return NULL;
}

struct index *index_create(const char *path, enum index_state *state)
{
    struct arena arena = {0};
    struct index *index = NULL;
    char *temporary = arena_format(&arena, "%s.new", path);
    int descriptor = open_locked(temporary);
    *state = descriptor < 0 && errno == EWOULDBLOCK ? INDEX_BUSY : INDEX_UNREADABLE;
    sqlite3 *db = descriptor >= 0 && ftruncate(descriptor, 0) == 0 ? open_new(temporary, state) : NULL;
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
    if (descriptor >= 0)
        close(descriptor);
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

bool index_replace(struct index *index, const char *path)
{
    struct arena arena = {0};
    char *temporary = arena_string(&arena, index->path);
    char *journal = arena_format(&arena, "%s-journal", path);
    int lock = index->building;
    index->building = -1;
    index_close(index);
    bool done = sync_file(temporary, O_RDWR);
    /* A journal left by a killed run belongs to the old file and would spoil the new one. */
    if (done && unlink(journal) != 0 && errno != ENOENT)
        done = false;
    if (done)
        done = rename(temporary, path) == 0;
    int problem = errno;
    if (done)
        sync_folder_of(path);
    else
        unlink(temporary);
    close(lock);
    arena_free(&arena);
    errno = problem;
    return done;
}

enum index_state index_trouble(struct index *index)
{
    return state_of(sqlite3_errcode(index->db));
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

bool index_met_damage(void)
{
    return statements_met_damage();
}

const char *index_state_text(struct arena *arena, enum index_state state, const char *path)
{
    static const char *const texts[] = {
        [INDEX_GOOD] = "is in order",
        [INDEX_MISSING] = "is not there yet; make it with: catalogue index",
        [INDEX_FOREIGN] =
            "is not an index of a catalogue, so it is left alone; name another file with --database, or move it away",
        [INDEX_OTHER_VERSION] = "was made by another version of this program; make it anew with: catalogue index",
        [INDEX_DAMAGED] = "is damaged; make it anew with: catalogue index --rebuild",
        [INDEX_UNREADABLE] = "cannot be opened or written",
        [INDEX_BUSY] = "is being written by another run; try again in a moment",
    };
    const char *reason = state == INDEX_UNREADABLE && errno ? strerror(errno) : NULL;
    return arena_format(arena, "the index %s %s%s%s", path, texts[state], reason ? ": " : "", reason ? reason : "");
}
