/* renameat2, by which two folders change places at once, and syncfs are not in POSIX. */
#define _GNU_SOURCE

#include "catalogue/site/output/dir.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indexer/base/file.h"
#include "indexer/base/file_write.h"
#include "indexer/base/text.h"

int dir_open(int folder, const char *name, bool make)
{
    int opened = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (opened >= 0 || errno != ENOENT || !make)
        return opened;
    if (mkdirat(folder, name, 0777) != 0 && errno != EEXIST)
        return -1;
    return openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

void dir_close(int descriptor)
{
    int problem = errno;
    close(descriptor);
    errno = problem;
}

/* Goes down to the folder that holds the last part of a path, and says where that part begins. */
static int descend(int folder, const char *path, bool make, const char **leaf)
{
    struct arena arena = {0};
    char *part = arena_string(&arena, path);
    int at = strchr(part, '/') ? folder : dup(folder);
    for (char *slash; at >= 0 && (slash = strchr(part, '/')); part = slash + 1) {
        *slash = '\0';
        int next = dir_open(at, part, make);
        if (at != folder)
            dir_close(at);
        at = next;
    }
    *leaf = path + strlen(path) - strlen(part);
    arena_free(&arena);
    return at;
}

bool dir_make(int folder, const char *path)
{
    const char *leaf;
    int parent = descend(folder, path, true, &leaf);
    int made = parent < 0 ? -1 : dir_open(parent, leaf, true);
    if (parent >= 0)
        dir_close(parent);
    if (made >= 0)
        close(made);
    return made >= 0;
}

static char *read_at(struct arena *arena, int folder, const char *leaf, size_t limit, size_t *size)
{
    struct file file = {0};
    enum file_status status = file_read_in(arena, folder, leaf, limit, &file);
    *size = file.size;
    errno = file.reason;
    return status == FILE_DONE ? file.data : NULL;
}

char *dir_read(struct arena *arena, int folder, const char *path, size_t limit, size_t *size)
{
    const char *leaf;
    int parent = descend(folder, path, false, &leaf);
    if (parent < 0)
        return NULL;
    char *data = read_at(arena, parent, leaf, limit, size);
    dir_close(parent);
    return data;
}

bool dir_has(int folder, const char *path, const char *data, size_t size)
{
    struct arena arena = {0};
    size_t now = 0;
    char *bytes = dir_read(&arena, folder, path, size, &now);
    bool same = bytes && now == size && memcmp(bytes, data, size) == 0;
    arena_free(&arena);
    return same;
}

bool dir_write(int folder, const char *path, const char *data, size_t size)
{
    const char *leaf;
    int parent = descend(folder, path, true, &leaf);
    if (parent < 0)
        return false;
    int descriptor = openat(parent, leaf, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    dir_close(parent);
    if (descriptor < 0)
        return false;
    bool done = file_write_all(descriptor, data, size);
    int problem = errno;
    if (close(descriptor) != 0 && done) {
        done = false;
        problem = errno;
    }
    errno = problem;
    return done;
}

static bool share_link(int from, int to, const char *leaf)
{
    char target[4096];
    ssize_t length = readlinkat(from, leaf, target, sizeof target);
    if (length < 0 || (size_t)length == sizeof target)
        return false;
    target[length] = '\0';
    return symlinkat(target, to, leaf) == 0;
}

/* Files may be larger than what one wants to hold in memory, and the stacks of threads small. */
enum { CHUNK = 16 * 1024 };

/* Up to a whole chunk, less only at the end of the file; -1 when it cannot be read. */
static ssize_t read_chunk(int descriptor, char *chunk)
{
    size_t size = 0;
    while (size < CHUNK) {
        ssize_t got = read(descriptor, chunk + size, CHUNK - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        size += (size_t)got;
    }
    return (ssize_t)size;
}

static bool copy_open(int source, int target)
{
    char chunk[CHUNK];
    ssize_t size;
    while ((size = read_chunk(source, chunk)) > 0)
        if (!file_write_all(target, chunk, (size_t)size))
            return false;
    return size == 0;
}

static int open_regular(int folder, const char *leaf)
{
    return openat(folder, leaf, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
}

/* A file under another name, with the same rights. */
static bool copy_at(int from, const char *leaf, int to, const char *copy, mode_t mode)
{
    int source = open_regular(from, leaf);
    int target = source < 0 ? -1 : openat(to, copy, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    bool done = target >= 0 && copy_open(source, target) && fchmod(target, mode & 0777) == 0;
    if (source >= 0)
        dir_close(source);
    int problem = errno;
    if (target >= 0 && close(target) != 0 && done) {
        problem = errno;
        done = false;
    }
    errno = problem;
    return done;
}

static bool share_at(int from, const char *leaf, int to, const char *shared)
{
    struct stat status;
    if (fstatat(from, leaf, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return false;
    if (S_ISLNK(status.st_mode))
        return share_link(from, to, leaf);
    if (!S_ISREG(status.st_mode)) {
        errno = ENOTSUP;
        return false;
    }
    return linkat(from, leaf, to, shared, 0) == 0 ||
           (errno != EEXIST && copy_at(from, leaf, to, shared, status.st_mode));
}

bool dir_share(int from, int to, const char *path)
{
    const char *leaf;
    int source = descend(from, path, false, &leaf);
    int target = source < 0 ? -1 : descend(to, path, true, &leaf);
    bool done = target >= 0 && share_at(source, leaf, target, leaf);
    if (source >= 0)
        dir_close(source);
    if (target >= 0)
        dir_close(target);
    return done;
}

static size_t folder_size(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

/* How many paths from the first on are in its folder. */
static size_t run_of_folder(const char *const *paths, size_t count)
{
    size_t size = folder_size(paths[0]);
    size_t run = 1;
    while (run < count && folder_size(paths[run]) == size && strncmp(paths[run], paths[0], size) == 0)
        run++;
    return run;
}

static bool share_run(int source, int target, const char *const *paths, size_t count)
{
    size_t size = folder_size(paths[0]);
    for (size_t i = 0; i < count; i++) {
        const char *leaf = paths[i] + size;
        if (linkat(source, leaf, target, leaf, 0) != 0 && (errno == EEXIST || !share_at(source, leaf, target, leaf)))
            return false;
    }
    return true;
}

bool dir_share_all(int from, int to, const char *const *paths, size_t count)
{
    bool done = true;
    for (size_t i = 0, run; done && i < count; i += run) {
        const char *leaf;
        run = run_of_folder(paths + i, count - i);
        int source = descend(from, paths[i], false, &leaf);
        int target = source < 0 ? -1 : descend(to, paths[i], true, &leaf);
        done = target >= 0 && share_run(source, target, paths + i, run);
        if (source >= 0)
            dir_close(source);
        if (target >= 0)
            dir_close(target);
    }
    return done;
}

bool dir_name(int folder, const char *name, const char *path)
{
    const char *leaf;
    int target = descend(folder, path, true, &leaf);
    bool done = target >= 0 && share_at(folder, name, target, leaf);
    if (target >= 0)
        dir_close(target);
    return done;
}

bool dir_move(int from, int to, const char *path)
{
    const char *leaf;
    int source = descend(from, path, false, &leaf);
    int target = source < 0 ? -1 : descend(to, path, true, &leaf);
    bool done = target >= 0 && renameat(source, leaf, target, leaf) == 0;
    if (source >= 0)
        dir_close(source);
    if (target >= 0)
        dir_close(target);
    return done;
}

bool dir_remove(int folder, const char *path, bool is_folder)
{
    const char *leaf;
    int parent = descend(folder, path, false, &leaf);
    bool done = parent >= 0 && unlinkat(parent, leaf, is_folder ? AT_REMOVEDIR : 0) == 0;
    if (parent >= 0)
        dir_close(parent);
    return done;
}

static int open_below(int folder, const char *path)
{
    const char *leaf;
    int parent = descend(folder, path, false, &leaf);
    int descriptor = parent < 0 ? -1 : open_regular(parent, leaf);
    if (parent >= 0)
        dir_close(parent);
    return descriptor;
}

static bool same_bytes(int one, int other)
{
    char chunk[CHUNK];
    char other_chunk[CHUNK];
    ssize_t size;
    do {
        size = read_chunk(one, chunk);
        if (size < 0 || read_chunk(other, other_chunk) != size || memcmp(chunk, other_chunk, (size_t)size) != 0)
            return false;
    } while (size == CHUNK);
    return true;
}

bool dir_same(int folder, const char *path, int other_folder, const char *other_path)
{
    int one = open_below(folder, path);
    int other = open_below(other_folder, other_path);
    bool same = one >= 0 && other >= 0 && same_bytes(one, other);
    if (one >= 0)
        close(one);
    if (other >= 0)
        close(other);
    return same;
}

bool dir_is_mount_point(int folder)
{
#ifdef STATX_ATTR_MOUNT_ROOT
    struct statx status;
    return statx(folder, "", AT_EMPTY_PATH, 0, &status) == 0 && (status.stx_attributes & STATX_ATTR_MOUNT_ROOT);
#else
    struct stat here;
    struct stat above;
    return fstat(folder, &here) == 0 && fstatat(folder, "..", &above, 0) == 0 && here.st_dev != above.st_dev;
#endif
}

bool dir_contains(int folder, const char *path)
{
    const char *leaf;
    int parent = descend(folder, path, false, &leaf);
    if (parent < 0)
        return false;
    struct stat status;
    bool found = fstatat(parent, leaf, &status, AT_SYMLINK_NOFOLLOW) == 0;
    dir_close(parent);
    return found;
}

bool dir_has_link(int folder, const char *name)
{
    int problem = errno;
    struct stat status;
    bool found = fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(status.st_mode);
    errno = problem;
    return found;
}

/* Opens the nearest folder on the way to a path that is there. */
static int open_nearest(const char *path)
{
    struct arena arena = {0};
    char *part = arena_string(&arena, path);
    int found;
    while ((found = open(*part ? part : "/", O_RDONLY | O_DIRECTORY | O_CLOEXEC)) < 0 && *part) {
        char *slash = strrchr(part, '/');
        if (slash)
            *slash = '\0';
        else
            part = arena_string(&arena, strcmp(part, ".") == 0 ? "" : ".");
    }
    arena_free(&arena);
    return found;
}

static bool is_same(const struct stat *one, const struct stat *other)
{
    return one->st_dev == other->st_dev && one->st_ino == other->st_ino;
}

/* Goes up from the path, as names do not tell where links lead. */
bool dir_holds(const char *folder, const char *path)
{
    struct stat wanted;
    struct stat here = {0};
    struct stat before;
    bool found = false;
    bool at_top = stat(folder, &wanted) != 0;
    int at = at_top ? -1 : open_nearest(path);
    while (at >= 0 && !found && !at_top) {
        before = here;
        at_top = fstat(at, &here) != 0 || is_same(&here, &before);
        found = is_same(&here, &wanted);
        int above = openat(at, "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        close(at);
        at = above;
    }
    if (at >= 0)
        close(at);
    return found;
}

bool dir_sync(int folder)
{
#ifdef __linux__
    return syncfs(folder) == 0;
#else
    sync();
    return true;
#endif
}

bool dir_exchange(int folder, const char *a, const char *b, const char *spare)
{
#ifdef RENAME_EXCHANGE
    if (renameat2(folder, a, folder, b, RENAME_EXCHANGE) == 0)
        return true;
    if (errno != ENOSYS && errno != EINVAL)
        return false;
#endif
    if (renameat(folder, a, folder, spare) != 0)
        return false;
    if (renameat(folder, b, folder, a) != 0) {
        int problem = errno;
        renameat(folder, spare, folder, a);
        errno = problem;
        return false;
    }
    /* What is asked for is done; the name that is left over is for the next run to clear. */
    renameat(folder, spare, folder, b);
    return true;
}
