#include "indexer/index/page_sums.h"

#include <sqlite3.h>
#include <string.h>

#include "indexer/base/hash.h"

static const char vfs_name[] = "catalogue";

/* SQLite's own file stands behind it. */
struct summed_file {
    sqlite3_file base;
    bool has_sums; /* as its header says; a new file has */
};

/* Of this thread, and not of a file: what VACUUM writes to is closed before one can ask. */
static _Thread_local int refusal;

static sqlite3_vfs summed_vfs;
static sqlite3_vfs *system_vfs;

static sqlite3_file *file_below(sqlite3_file *file)
{
    return (sqlite3_file *)((struct summed_file *)file + 1);
}

static void sum_of(const unsigned char *page, size_t at, unsigned char sum[PAGE_SUM_SIZE])
{
    uint64_t hash = hash_bytes(hash_number(HASH_START, at), page, PAGE_SIZE - PAGE_SUM_SIZE);
    for (int i = 0; i < PAGE_SUM_SIZE; i++)
        sum[i] = (unsigned char)(hash >> 8 * i);
}

static bool is_good(const unsigned char *page, size_t at)
{
    unsigned char sum[PAGE_SUM_SIZE];
    sum_of(page, at, sum);
    return memcmp(page + PAGE_SIZE - PAGE_SUM_SIZE, sum, sizeof sum) == 0;
}

void page_sums_put(unsigned char *page, size_t at)
{
    sum_of(page, at, page + PAGE_SIZE - PAGE_SUM_SIZE);
}

static bool header_has_sums(const unsigned char *header)
{
    return header[16] == PAGE_SIZE >> 8 && header[17] == 0 && header[PAGE_RESERVED_OFFSET] == PAGE_SUM_SIZE;
}

/* SQLite leaves a hole for a page that it took and had no use for in the end. */
static bool is_hole(const unsigned char *page)
{
    return page[0] == 0 && memcmp(page, page + 1, PAGE_SIZE - 1) == 0;
}

bool page_sums_hold(const unsigned char *file, size_t size)
{
    size_t at = 0;
    if (size < PAGE_SIZE || !header_has_sums(file))
        return false;
    while (size - at >= PAGE_SIZE && (is_good(file + at, at) || is_hole(file + at)))
        at += PAGE_SIZE;
    return at == size;
}

static int file_close(sqlite3_file *file)
{
    return file_below(file)->pMethods->xClose(file_below(file));
}

static int file_control(sqlite3_file *file, int what, void *with)
{
    return file_below(file)->pMethods->xFileControl(file_below(file), what, with);
}

static void note_refusal(sqlite3_file *file, int result)
{
    if (result != SQLITE_OK && result != SQLITE_IOERR_SHORT_READ)
        file_control(file, SQLITE_FCNTL_LAST_ERRNO, &refusal);
}

static int file_read(sqlite3_file *file, void *into, int size, sqlite3_int64 at)
{
    enum { HEADER_SIZE = 100 };
    struct summed_file *summed = (struct summed_file *)file;
    int result = file_below(file)->pMethods->xRead(file_below(file), into, size, at);
    note_refusal(file, result);
    if (result == SQLITE_OK && at == 0 && size >= HEADER_SIZE)
        summed->has_sums = header_has_sums(into);
    bool is_page = size == PAGE_SIZE && at % PAGE_SIZE == 0;
    return result == SQLITE_OK && is_page && summed->has_sums && !is_good(into, (size_t)at) ? SQLITE_IOERR_DATA
                                                                                            : result;
}

static int file_write(sqlite3_file *file, const void *data, int size, sqlite3_int64 at)
{
    struct summed_file *summed = (struct summed_file *)file;
    unsigned char page[PAGE_SIZE];
    if (size != PAGE_SIZE || at % PAGE_SIZE != 0)
        return file_below(file)->pMethods->xWrite(file_below(file), data, size, at);
    if (at == 0)
        summed->has_sums = header_has_sums(data);
    memcpy(page, data, PAGE_SIZE);
    if (summed->has_sums)
        page_sums_put(page, (size_t)at);
    return file_below(file)->pMethods->xWrite(file_below(file), page, size, at);
}

static int file_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    return file_below(file)->pMethods->xTruncate(file_below(file), size);
}

static int file_sync(sqlite3_file *file, int flags)
{
    return file_below(file)->pMethods->xSync(file_below(file), flags);
}

static int file_size(sqlite3_file *file, sqlite3_int64 *size)
{
    int result = file_below(file)->pMethods->xFileSize(file_below(file), size);
    note_refusal(file, result);
    return result;
}

static int file_lock(sqlite3_file *file, int level)
{
    return file_below(file)->pMethods->xLock(file_below(file), level);
}

static int file_unlock(sqlite3_file *file, int level)
{
    return file_below(file)->pMethods->xUnlock(file_below(file), level);
}

static int file_check_lock(sqlite3_file *file, int *is_locked)
{
    return file_below(file)->pMethods->xCheckReservedLock(file_below(file), is_locked);
}

static int file_sector_size(sqlite3_file *file)
{
    return file_below(file)->pMethods->xSectorSize(file_below(file));
}

static int file_characteristics(sqlite3_file *file)
{
    return file_below(file)->pMethods->xDeviceCharacteristics(file_below(file));
}

/* Without shared memory and mappings (version 1): an index has no write-ahead log, and all of it is read here. */
static const sqlite3_io_methods file_methods = {
    .iVersion = 1,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_check_lock,
    .xFileControl = file_control,
    .xSectorSize = file_sector_size,
    .xDeviceCharacteristics = file_characteristics,
};

/* Journals and what else is no database are SQLite's alone. */
static int file_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *given)
{
    (void)vfs;
    if (!(flags & SQLITE_OPEN_MAIN_DB))
        return system_vfs->xOpen(system_vfs, name, file, flags, given);
    *(struct summed_file *)file = (struct summed_file){.has_sums = true};
    refusal = 0;
    file_below(file)->pMethods = NULL;
    int result = system_vfs->xOpen(system_vfs, name, file_below(file), flags, given);
    file->pMethods = file_below(file)->pMethods ? &file_methods : NULL;
    return result;
}

const char *page_sums_vfs(void)
{
    if (sqlite3_vfs_find(vfs_name))
        return vfs_name;
    system_vfs = sqlite3_vfs_find(NULL);
    if (!system_vfs)
        return NULL;
    /* Those of its functions that are not for files never ask which one they belong to. */
    summed_vfs = *system_vfs;
    summed_vfs.pNext = NULL;
    summed_vfs.zName = vfs_name;
    summed_vfs.xOpen = file_open;
    summed_vfs.szOsFile = system_vfs->szOsFile + (int)sizeof(struct summed_file);
    return sqlite3_vfs_register(&summed_vfs, 0) == SQLITE_OK ? vfs_name : NULL;
}

/* Sets the number of bytes, and returns the one before; -1 only asks. */
static int reserved(struct sqlite3 *db, int size)
{
    return sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &size) == SQLITE_OK ? size : 0;
}

bool page_sums_reserve(struct sqlite3 *db)
{
    reserved(db, PAGE_SUM_SIZE);
    return page_sums_are_kept(db);
}

bool page_sums_are_kept(struct sqlite3 *db)
{
    return reserved(db, -1) == PAGE_SUM_SIZE;
}

int page_sums_refusal(void)
{
    return refusal;
}
