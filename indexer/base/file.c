#include "indexer/base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "indexer/base/hash.h"

int64_t file_modified(const struct stat *status)
{
    return (int64_t)status->st_mtim.tv_sec * 1000000000 + status->st_mtim.tv_nsec;
}

bool file_reason_is_absence(int reason)
{
    return reason == ENOENT || reason == ENOTDIR;
}

static enum file_status failure(struct file *file)
{
    file->reason = errno;
    if (file_reason_is_absence(errno))
        return FILE_MISSING;
    return errno == ELOOP || errno == ENXIO ? FILE_NOT_REGULAR : FILE_FAILED;
}

const char *file_status_text(enum file_status status, int reason)
{
    static const char *const texts[] = {
        [FILE_DONE] = "was read",
        [FILE_MISSING] = "is not there",
        [FILE_NOT_REGULAR] = "is not an ordinary file (links, folders and devices are not read)",
        [FILE_TOO_LARGE] = "is too large",
    };
    return status == FILE_FAILED ? strerror(reason) : texts[status];
}

bool file_reason_is_system(int reason)
{
    static const int others[] = {0, ENOENT, ENOTDIR, ELOOP, ENXIO, EACCES, EPERM, ENAMETOOLONG};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (others[i] == reason)
            return false;
    return true;
}

enum file_status file_stat(const char *path, struct file *file)
{
    struct stat status;
    if (lstat(path, &status) != 0)
        return failure(file);
    file->size = (size_t)status.st_size;
    file->modified = file_modified(&status);
    return S_ISREG(status.st_mode) ? FILE_DONE : FILE_NOT_REGULAR;
}

/* The size that fstat gave may be wrong by now, so reading goes on to the end or the limit. */
static enum file_status read_all(struct arena *arena, int descriptor, size_t expected, size_t limit, struct file *file)
{
    size_t capacity = expected + 1;
    char *data = arena_alloc(arena, capacity + 1);
    size_t size = 0;
    for (;;) {
        ssize_t got = read(descriptor, data + size, capacity - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failure(file);
        if (got == 0)
            break;
        size += (size_t)got;
        if (size > limit)
            return FILE_TOO_LARGE;
        if (size == capacity) {
            char *larger = arena_alloc(arena, capacity * 2 + 1);
            memcpy(larger, data, size);
            data = larger;
            capacity *= 2;
        }
    }
    data[size] = '\0';
    file->data = data;
    file->size = size;
    return FILE_DONE;
}

static enum file_status read_regular(struct arena *arena, int descriptor, size_t limit, struct file *file)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return failure(file);
    file->modified = file_modified(&status);
    if (!S_ISREG(status.st_mode))
        return FILE_NOT_REGULAR;
    if ((uintmax_t)status.st_size > limit)
        return FILE_TOO_LARGE;
    return read_all(arena, descriptor, (size_t)status.st_size, limit, file);
}

enum file_status file_read_in(struct arena *arena, int folder, const char *path, size_t limit, struct file *file)
{
    int descriptor = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return failure(file);
    enum file_status result = read_regular(arena, descriptor, limit, file);
    close(descriptor);
    return result;
}

enum file_status file_read(struct arena *arena, const char *path, size_t limit, struct file *file)
{
    return file_read_in(arena, AT_FDCWD, path, limit, file);
}

bool file_read_bytes(int descriptor, char *into, size_t size, size_t *count, int *reason)
{
    for (*count = 0; *count < size;) {
        ssize_t some = read(descriptor, into + *count, size - *count);
        if (some < 0 && errno == EINTR)
            continue;
        if (some < 0) {
            *reason = errno;
            return false;
        }
        if (some == 0)
            break;
        *count += (size_t)some;
    }
    return true;
}

bool file_read_at(int descriptor, char *into, size_t size, uint64_t at, int *reason)
{
    while (size) {
        ssize_t some = pread(descriptor, into, size, (off_t)at);
        if (some < 0 && errno == EINTR)
            continue;
        if (some <= 0) {
            *reason = some ? errno : EIO;
            return false;
        }
        into += some;
        at += (uint64_t)some;
        size -= (size_t)some;
    }
    return true;
}

enum file_status file_read_rest(struct arena *arena, int descriptor, size_t limit, struct file *file)
{
    enum { FIRST_PIECE = 4096 };
    return read_all(arena, descriptor, FIRST_PIECE, limit, file);
}

static bool wanted(const char *name, const char *suffix)
{
    size_t length = strlen(name);
    size_t ending = strlen(suffix);
    return name[0] != '.' && length > ending && strcmp(name + length - ending, suffix) == 0;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Adds the names that are wanted; 0, or what went wrong: the end and a failure look alike to readdir. */
static int list_names(struct arena *arena, DIR *directory, const char *suffix, struct file_names *names)
{
    size_t capacity = 0;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(directory);
        if (!entry)
            return errno;
        if (!wanted(entry->d_name, suffix))
            continue;
        names->names = arena_grow(arena, names->names, names->count, &capacity, sizeof *names->names);
        names->names[names->count++] = arena_string(arena, entry->d_name);
    }
}

/* ELOOP when the name is a link, which the system may call no folder; else 0, with the folder open in place of its parent. */
static int go_down(int *folder, const char *name)
{
    struct stat status;
    int below = openat(*folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    int reason = below < 0 ? errno : 0;
    if (below < 0 && fstatat(*folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode))
        reason = ELOOP;
    close(*folder);
    *folder = below;
    return reason;
}

/* 0 with the folder open, or what went wrong. */
static int open_below(struct arena *arena, const char *root, const char *folder, int *opened)
{
    char *name = arena_string(arena, folder);
    *opened = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int reason = *opened < 0 ? errno : 0;
    while (!reason && *name) {
        char *end = name + strcspn(name, "/");
        char *next = *end ? end + 1 : end;
        *end = '\0';
        reason = go_down(opened, name);
        name = next;
    }
    return reason;
}

bool file_list(struct arena *arena, const char *root, const char *folder, const char *suffix, struct file_names *names)
{
    int opened = -1;
    *names = (struct file_names){0};
    int reason = open_below(arena, root, folder, &opened);
    DIR *directory = opened >= 0 ? fdopendir(opened) : NULL;
    if (directory)
        reason = list_names(arena, directory, suffix, names);
    else if (opened >= 0) {
        reason = errno;
        close(opened);
    }
    if (directory)
        closedir(directory);
    if (reason)
        *names = (struct file_names){.reason = reason};
    else if (names->count)
        qsort(names->names, names->count, sizeof *names->names, compare_names);
    return !reason;
}

const char *file_folder(struct arena *arena, const char *path)
{
    size_t size = strlen(path);
    while (size > 1 && path[size - 1] == '/')
        size--;
    while (size && path[size - 1] != '/')
        size--;
    while (size > 1 && path[size - 1] == '/')
        size--;
    return size ? arena_copy(arena, path, size) : ".";
}

char *file_join(struct arena *arena, const char *folder, const char *name)
{
    return arena_format(arena, "%s/%s", folder, name);
}

/* Up to a whole chunk, less only at the end; -1 when it cannot be read. */
static ssize_t read_chunk(int descriptor, unsigned char *chunk, size_t room)
{
    size_t size = 0;
    ssize_t got = 1;
    while (size < room && got) {
        got = read(descriptor, chunk + size, room - size);
        if (got < 0 && errno != EINTR)
            return -1;
        size += got > 0 ? (size_t)got : 0;
    }
    return (ssize_t)size;
}

static bool sum_chunks(int descriptor, uint64_t *sum)
{
    unsigned char chunk[16 * 1024];
    uint64_t size = 0;
    ssize_t got;
    *sum = HASH_START;
    for (; (got = read_chunk(descriptor, chunk, sizeof chunk)) > 0; size += (uint64_t)got)
        *sum = hash_bytes(*sum, chunk, (size_t)got);
    *sum = hash_number(*sum, size);
    return got == 0;
}

enum file_status file_sum(const char *path, uint64_t *sum, int *reason)
{
    struct file failed = {0};
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    bool done = descriptor >= 0 && sum_chunks(descriptor, sum);
    enum file_status status = done ? FILE_DONE : failure(&failed);
    *reason = failed.reason;
    if (descriptor >= 0)
        close(descriptor);
    return status;
}
