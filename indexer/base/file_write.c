#include "indexer/base/file_write.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indexer/base/arena.h"
#include "indexer/base/file.h"

bool file_write_all(int descriptor, const char *data, size_t size)
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

/* ".name.new" in the folder of the path. */
static char *name_beside(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    return arena_format(arena, "%.*s.%s.new", (int)(name - path), path, name);
}

/*
 * Takes the lock of the file that is renamed later: 1. Whoever had it until now may have renamed it: 0.
 * -1 on failure, and for what is somebody else's: nothing with a second name is written to.
 */
static int take_lock(int descriptor, const char *path)
{
    struct stat opened;
    struct stat named;
    if (flock(descriptor, LOCK_EX) != 0 || fstat(descriptor, &opened) != 0)
        return -1;
    if (lstat(path, &named) != 0)
        return errno == ENOENT ? 0 : -1;
    if (opened.st_ino != named.st_ino || opened.st_dev != named.st_dev)
        return 0;
    errno = EEXIST;
    return S_ISREG(opened.st_mode) && opened.st_nlink == 1 ? 1 : -1;
}

/* What a killed run left is taken over. */
static int open_beside(const char *path)
{
    int locked = 0;
    int descriptor = -1;
    while (!locked) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666);
        locked = descriptor < 0 ? -1 : take_lock(descriptor, path);
        int problem = errno;
        if (descriptor >= 0 && locked <= 0)
            close(descriptor);
        errno = problem;
    }
    return locked > 0 ? descriptor : -1;
}

/* Brings the name to the disk. Where that cannot be done the bytes are there all the same. */
static void sync_folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *folder = slash ? arena_copy(arena, path, (size_t)(slash - path) + 1) : ".";
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    fsync(descriptor);
    close(descriptor);
}

/* Where there was no file, or its permissions cannot be had, it has those of a new one. */
static void keep_permissions(int descriptor, const char *path)
{
    struct stat before;
    if (lstat(path, &before) != 0 || !S_ISREG(before.st_mode) || fchmod(descriptor, before.st_mode & 0777) != 0)
        return;
}

/* Whether nothing has this name; otherwise errno says why not. */
static bool is_free(const char *path)
{
    struct stat status;
    if (lstat(path, &status) == 0)
        errno = EEXIST;
    return errno == ENOENT;
}

/* 0, or what went wrong. The lock is held until the file has its name. */
static int replace(const char *beside, const char *path, bool is_new, const char *data, size_t size)
{
    int descriptor = open_beside(beside);
    if (descriptor < 0)
        return errno;
    int problem = 0;
    keep_permissions(descriptor, path);
    if ((is_new && !is_free(path)) || ftruncate(descriptor, 0) != 0 || !file_write_all(descriptor, data, size) ||
        fsync(descriptor) != 0 || rename(beside, path) != 0) {
        problem = errno;
        unlink(beside);
    }
    close(descriptor);
    return problem;
}

bool file_write(const char *path, const char *data, size_t size, bool *changed, int *reason)
{
    struct arena arena = {0};
    bool same = same_bytes(path, data, size);
    int problem = same ? 0 : replace(name_beside(&arena, path), path, false, data, size);
    if (!same && !problem)
        sync_folder_of(&arena, path);
    if (changed)
        *changed = !same && !problem;
    if (reason && problem)
        *reason = problem;
    arena_free(&arena);
    return !problem;
}

bool file_create(const char *path, const char *data, size_t size, int *reason)
{
    struct arena arena = {0};
    int problem = is_free(path) ? replace(name_beside(&arena, path), path, true, data, size) : errno;
    if (!problem)
        sync_folder_of(&arena, path);
    else if (reason)
        *reason = problem;
    arena_free(&arena);
    return !problem;
}

/* mkdir says "exists" of a file in the way, too. */
static int make_folder(const char *path)
{
    struct stat status;
    if (mkdir(path, 0777) == 0)
        return 0;
    int problem = errno;
    if (problem != EEXIST)
        return problem;
    if (stat(path, &status) != 0)
        return errno;
    return S_ISDIR(status.st_mode) ? 0 : ENOTDIR;
}

bool file_make_folders(const char *path, int *reason)
{
    struct arena arena = {0};
    char *part = arena_string(&arena, path);
    int problem = 0;
    for (char *at = part + 1; !problem && *part; at++) {
        if (*at != '/' && *at != '\0')
            continue;
        char kept = *at;
        *at = '\0';
        problem = make_folder(part);
        *at = kept;
        if (!kept)
            break;
    }
    if (reason && problem)
        *reason = problem;
    arena_free(&arena);
    return !problem;
}

int file_unnamed(const char *path, int *reason)
{
    int descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor >= 0 && unlink(path) == 0)
        return descriptor;
    *reason = errno;
    if (descriptor >= 0)
        close(descriptor);
    return -1;
}

bool file_write_on(int descriptor, const char *data, size_t size, int *reason)
{
    bool done = file_write_all(descriptor, data, size);
    *reason = done ? 0 : errno;
    return done;
}

bool file_append(const char *path, const char *data, size_t size, int *reason)
{
    int descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    bool done = descriptor >= 0 && file_write_all(descriptor, data, size);
    if (!done && reason)
        *reason = errno;
    if (descriptor >= 0 && close(descriptor) != 0 && done) {
        done = false;
        if (reason)
            *reason = errno;
    }
    return done;
}
