#include "indexer/base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int64_t file_modified(const struct stat *status)
{
    return (int64_t)status->st_mtim.tv_sec * 1000000000 + status->st_mtim.tv_nsec;
}

static enum file_status failure(void)
{
    if (errno == ENOENT || errno == ENOTDIR)
        return FILE_MISSING;
    return errno == ELOOP || errno == ENXIO ? FILE_NOT_REGULAR : FILE_FAILED;
}

const char *file_status_text(enum file_status status)
{
    static const char *const texts[] = {
        [FILE_DONE] = "was read",
        [FILE_MISSING] = "is not there",
        [FILE_NOT_REGULAR] = "is not an ordinary file (links, folders and devices are not read)",
        [FILE_TOO_LARGE] = "is too large",
    };
    return status == FILE_FAILED ? strerror(errno) : texts[status];
}

enum file_status file_stat(const char *path, struct file *file)
{
    struct stat status;
    if (lstat(path, &status) != 0)
        return failure();
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
            return FILE_FAILED;
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

enum file_status file_read(struct arena *arena, const char *path, size_t limit, struct file *file)
{
    int descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return failure();
    struct stat status;
    enum file_status result = FILE_FAILED;
    if (fstat(descriptor, &status) == 0) {
        file->modified = file_modified(&status);
        if (!S_ISREG(status.st_mode))
            result = FILE_NOT_REGULAR;
        else if ((uintmax_t)status.st_size > limit)
            result = FILE_TOO_LARGE;
        else
            result = read_all(arena, descriptor, (size_t)status.st_size, limit, file);
    }
    int problem = errno;
    close(descriptor);
    errno = problem;
    return result;
}

static bool write_all(int descriptor, const char *data, size_t size)
{
    while (size) {
        ssize_t written = write(descriptor, data, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        data += written;
        size -= (size_t)written;
    }
    return true;
}

static bool same_bytes(const char *path, const char *data, size_t size)
{
    struct file now;
    if (file_stat(path, &now) != FILE_DONE || now.size != size)
        return false;
    struct arena arena = {0};
    bool same =
        file_read(&arena, path, size, &now) == FILE_DONE && now.size == size && memcmp(now.data, data, size) == 0;
    arena_free(&arena);
    return same;
}

/* mkstemp makes private files; what is published is for everybody that the folder lets in. */
static bool write_temporary(char *name, const char *data, size_t size)
{
    int descriptor = mkstemp(name);
    if (descriptor < 0)
        return false;
    bool done = fchmod(descriptor, 0644) == 0 && write_all(descriptor, data, size);
    int problem = errno;
    if (close(descriptor) != 0 && done) {
        done = false;
        problem = errno;
    }
    if (!done)
        unlink(name);
    errno = problem;
    return done;
}

bool file_write(const char *path, const char *data, size_t size, bool *changed)
{
    if (changed)
        *changed = false;
    if (same_bytes(path, data, size))
        return true;
    struct arena arena = {0};
    char *temporary = arena_format(&arena, "%s.XXXXXX", path);
    bool done = write_temporary(temporary, data, size);
    if (done && rename(temporary, path) != 0) {
        int problem = errno;
        unlink(temporary);
        errno = problem;
        done = false;
    }
    if (done && changed)
        *changed = true;
    arena_free(&arena);
    return done;
}

/* mkdir says "exists" of a file in the way, too. */
static bool make_folder(const char *path)
{
    struct stat status;
    if (mkdir(path, 0777) == 0)
        return true;
    if (errno != EEXIST || stat(path, &status) != 0)
        return false;
    errno = ENOTDIR;
    return S_ISDIR(status.st_mode);
}

bool file_make_folders(const char *path)
{
    struct arena arena = {0};
    char *part = arena_string(&arena, path);
    bool done = true;
    for (char *at = part + 1; done && *part; at++) {
        if (*at != '/' && *at != '\0')
            continue;
        char kept = *at;
        *at = '\0';
        done = make_folder(part);
        *at = kept;
        if (!kept)
            break;
    }
    int problem = errno;
    arena_free(&arena);
    errno = problem;
    return done;
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

bool file_list(struct arena *arena, const char *folder, const char *suffix, struct file_names *names)
{
    *names = (struct file_names){0};
    DIR *directory = opendir(folder);
    if (!directory)
        return false;
    size_t capacity = 0;
    const struct dirent *entry;
    errno = 0;
    while ((entry = readdir(directory))) {
        if (!wanted(entry->d_name, suffix))
            continue;
        names->names = arena_grow(arena, names->names, names->count, &capacity, sizeof *names->names);
        names->names[names->count++] = arena_string(arena, entry->d_name);
    }
    int problem = errno;
    closedir(directory);
    errno = problem;
    if (problem)
        return false;
    if (names->count)
        qsort(names->names, names->count, sizeof *names->names, compare_names);
    return true;
}

char *file_join(struct arena *arena, const char *folder, const char *name)
{
    return arena_format(arena, "%s/%s", folder, name);
}
