/* The kind of an entry, which a folder mostly knows without being asked for each, is not in POSIX. */
#define _DEFAULT_SOURCE

#include "catalogue/site/output/tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "catalogue/site/output/dir.h"
#include "indexer/base/text.h"

/* What a folder has under a name; all of it, or only what kind of thing that is, which mostly is known already. */
static bool look_at(int folder, const struct dirent *entry, bool all, struct stat *status)
{
    *status = (struct stat){.st_mode = DTTOIF((mode_t)entry->d_type)};
    return (!all && entry->d_type != DT_UNKNOWN) || fstatat(folder, entry->d_name, status, AT_SYMLINK_NOFOLLOW) == 0;
}

/* What is done with each entry of a folder. */
struct visit {
    bool all; /* it wants to know more than what kind of thing it is */
    bool (*each)(void *context, int folder, const char *name, const struct stat *status);
    void *context;
};

/* To readdir the end of a folder and a failure look alike, but for errno. */
static bool visit_all(int folder, DIR *directory, const struct visit *visit)
{
    for (;;) {
        struct stat status;
        errno = 0;
        const struct dirent *entry = readdir(directory);
        if (!entry)
            return errno == 0;
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (!look_at(folder, entry, visit->all, &status) ||
            !visit->each(visit->context, folder, entry->d_name, &status))
            return false;
    }
}

/* A folder's entries one by one; what `visit` is told is the folder, the name, and what that is. */
static bool each_entry(int folder, const struct visit *visit)
{
    int again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *directory = again < 0 ? NULL : fdopendir(again);
    if (!directory) {
        if (again >= 0)
            dir_close(again);
        return false;
    }
    bool done = visit_all(folder, directory, visit);
    int problem = errno;
    closedir(directory);
    errno = problem;
    return done;
}

struct walk {
    struct text path;
    bool all;
    bool (*each)(void *context, const char *path, const struct stat *status);
    void *context;
};

static bool walk_visit(void *context, int folder, const char *name, const struct stat *status)
{
    struct walk *walk = context;
    size_t before = walk->path.size;
    text_add(&walk->path, before ? "/" : "");
    text_add(&walk->path, name);
    bool done = walk->each(walk->context, text_string(&walk->path), status);
    if (done && S_ISDIR(status->st_mode)) {
        int inner = dir_open(folder, name, false);
        done = inner >= 0 && each_entry(inner, &(struct visit){walk->all, walk_visit, walk});
        if (inner >= 0)
            dir_close(inner);
    }
    walk->path.size = before;
    walk->path.data[before] = '\0';
    return done;
}

static bool walk_all(struct walk walk, int folder)
{
    bool done = each_entry(folder, &(struct visit){walk.all, walk_visit, &walk});
    text_free(&walk.path);
    return done;
}

bool tree_walk(int folder, bool (*each)(void *context, const char *path, const struct stat *status), void *context)
{
    return walk_all((struct walk){.all = true, .each = each, .context = context}, folder);
}

bool tree_walk_kinds(int folder, bool (*each)(void *context, const char *path, const struct stat *status),
                     void *context)
{
    return walk_all((struct walk){.each = each, .context = context}, folder);
}

static bool clear_visit(void *context, int folder, const char *name, const struct stat *status)
{
    bool is_folder = S_ISDIR(status->st_mode);
    if (is_folder) {
        int inner = dir_open(folder, name, false);
        if (inner < 0)
            return false;
        bool done = each_entry(inner, &(struct visit){false, clear_visit, context});
        dir_close(inner);
        if (!done)
            return false;
    }
    return unlinkat(folder, name, is_folder ? AT_REMOVEDIR : 0) == 0;
}

bool tree_clear(int folder)
{
    return each_entry(folder, &(struct visit){false, clear_visit, NULL});
}

bool tree_remove(int folder, const char *name)
{
    const struct stat status = {.st_mode = S_IFDIR};
    return clear_visit(NULL, folder, name, &status);
}
