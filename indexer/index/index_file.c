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
static void harden(sqlite3 *db)
{
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)NULL);
    sqlite3_extended_result_codes(db, 1);
    sqlite3_busy_timeout(db, INDEX_FILE_WAIT);
}

struct sqlite3 *index_file_open(const char *path, int flags, struct index_status *status)
{
    sqlite3 *db = NULL;
    *status = index_status_of(db, sqlite3_open_v2(path, &db, flags | SQLITE_OPEN_NOMUTEX, NULL));
    if (status->state == INDEX_GOOD) {
        harden(db);
        index_guard(db, path, flags & SQLITE_OPEN_READONLY);
        return db;
    }
    if (db && sqlite3_system_errno(db))
        status->reason = sqlite3_system_errno(db);
    sqlite3_close(db);
    return NULL;
}
