#include "indexer/index/index_undone.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "indexer/base/arena.h"
#include "indexer/base/file.h"
#include "indexer/index/index_file.h"
#include "indexer/index/page_sums.h"

/* SQLite's file format, sections 1.3 and 3: where readers lock the file, and what a journal is made of. */
enum { SHARED_FIRST = 0x40000002, SHARED_SIZE = 510, HEAD = 28, PAGE_MOST = 65536, SECTOR_MOST = 65536 };
static const size_t file_most = (size_t)2 << 30;

static const unsigned char magic[] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};

struct bytes {
    unsigned char *data;
    size_t size;
};

/* The pages of a database that are not all in its file cannot be put back there. */
enum part { PART_LAST, PART_MORE, PART_LOST };

static uint32_t number_at(const unsigned char *data)
{
    return (uint32_t)data[0] << 24 | (uint32_t)data[1] << 16 | (uint32_t)data[2] << 8 | data[3];
}

/* A page that had not wholly come to the disk has another sum; it was not changed in the file, nor were those behind it. */
static bool is_whole(const unsigned char *page, size_t size, uint32_t nonce, uint32_t sum)
{
    for (size_t at = size - 200; at > 0 && at < size; at -= 200)
        nonce += page[at];
    return nonce == sum;
}

/* Puts the pages of one part of the journal back, and moves *at behind it. */
static enum part put_back(struct bytes *file, const struct bytes *journal, size_t *at)
{
    const unsigned char *head = journal->data + *at;
    if (journal->size - *at < HEAD || memcmp(head, magic, sizeof magic) != 0)
        return PART_LAST;
    uint32_t count = number_at(head + 8);
    size_t pages = number_at(head + 16);
    size_t sector = number_at(head + 20);
    size_t size = number_at(head + 24);
    if (size < 512 || size > PAGE_MOST || sector < HEAD || sector > SECTOR_MOST || sector > journal->size - *at)
        return PART_LAST;
    if (pages * size > file->size)
        return PART_LOST;
    file->size = pages * size;
    for (*at += sector; count && journal->size - *at >= size + 8; count--, *at += size + 8) {
        const unsigned char *record = journal->data + *at;
        size_t to = (size_t)(number_at(record) - 1) * size;
        if (!is_whole(record + 4, size, number_at(head + 12), number_at(record + 4 + size)))
            return PART_LAST;
        if (to >= file->size || size > file->size - to)
            continue;
        memcpy(file->data + to, record + 4, size);
        /* The journal has it as it stood in memory, where it has the sum of another time. */
        if (size == PAGE_SIZE)
            page_sums_put(file->data + to, to);
    }
    *at = (*at + sector - 1) / sector * sector;
    return *at < journal->size ? PART_MORE : PART_LAST;
}

/* Whether all that the journal keeps is in its place again. */
static bool undo(struct bytes *file, const struct bytes *journal)
{
    size_t at = 0;
    enum part part = PART_MORE;
    while (part == PART_MORE)
        part = put_back(file, journal, &at);
    return part == PART_LAST;
}

static bool read_whole(struct arena *arena, int descriptor, struct bytes *into, int *reason)
{
    struct file file = {0};
    bool done = descriptor >= 0 && file_read_rest(arena, descriptor, file_most, &file) == FILE_DONE;
    *into = (struct bytes){(unsigned char *)file.data, file.size};
    *reason = descriptor < 0 ? errno : file.reason;
    return done;
}

/* The database takes over memory of its own. */
static sqlite3 *open_bytes(const char *path, const struct bytes *file, struct index_status *status)
{
    enum { FLAGS = SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY };
    sqlite3_int64 size = (sqlite3_int64)file->size;
    sqlite3 *db = NULL;
    unsigned char *own = sqlite3_malloc64(file->size);
    int result =
        own ? sqlite3_open_v2(":memory:", &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) : SQLITE_NOMEM;
    if (result == SQLITE_OK)
        result = sqlite3_deserialize(db, "main", memcpy(own, file->data, file->size), size, size, FLAGS);
    else
        sqlite3_free(own);
    *status = index_status_of(db, result);
    if (result == SQLITE_OK) {
        index_file_harden(db, path, true);
        return db;
    }
    sqlite3_close(db);
    return NULL;
}

/* Whoever would write to the file waits while it is locked, as for any reader. */
static bool lock(int descriptor)
{
    struct flock shared = {.l_type = F_RDLCK, .l_whence = SEEK_SET, .l_start = SHARED_FIRST, .l_len = SHARED_SIZE};
    return fcntl(descriptor, F_SETLK, &shared) == 0;
}

struct sqlite3 *index_undone_open(const char *path, struct index_status *status)
{
    struct arena arena = {0};
    struct bytes file = {0};
    struct bytes journal = {0};
    sqlite3 *db = NULL;
    int reason = 0;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    int beside = open(arena_format(&arena, "%s-journal", path), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NOFOLLOW);
    *status = (struct index_status){INDEX_BUSY, 0};
    if (descriptor >= 0 && !lock(descriptor))
        *status = errno == EACCES || errno == EAGAIN ? *status : index_file_refused(errno);
    else if (!read_whole(&arena, descriptor, &file, &reason) || !read_whole(&arena, beside, &journal, &reason))
        *status = index_file_refused(reason);
    else if (!undo(&file, &journal))
        *status = (struct index_status){INDEX_INTERRUPTED, 0};
    else if (!page_sums_hold(file.data, file.size))
        *status = (struct index_status){INDEX_DAMAGED, 0};
    else
        db = open_bytes(path, &file, status);
    if (beside >= 0)
        close(beside);
    if (descriptor >= 0)
        close(descriptor);
    arena_free(&arena);
    return db;
}
