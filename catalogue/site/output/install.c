#include "catalogue/site/output/install.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "catalogue/site/output/dir.h"
#include "catalogue/site/output/manifest.h"
#include "catalogue/site/output/tree.h"
#include "indexer/base/string_list.h"

const char install_new[] = ".catalogue-new";
static const char install_ready[] = ".catalogue-ready";

struct installing {
    struct arena arena;
    int site;
    int ready;
    struct manifest before;
    struct manifest after;
    struct string_list paths; /* what stands ready */
};

enum list { LIST_READ, LIST_MISSING, LIST_FAILED };

static enum list read_list(struct installing *installing, int folder, struct manifest *manifest)
{
    size_t size = 0;
    char *list = dir_read(&installing->arena, folder, manifest_name, MANIFEST_MAX, &size);
    if (!list)
        return errno == ENOENT ? LIST_MISSING : LIST_FAILED;
    if (manifest_read(&installing->arena, list, manifest))
        return LIST_READ;
    errno = EINVAL;
    return LIST_FAILED;
}

static bool note_path(void *context, const char *path, const struct stat *status)
{
    struct installing *installing = context;
    if (S_ISREG(status->st_mode) && manifest_find(&installing->after, path))
        string_list_add(&installing->arena, &installing->paths, arena_string(&installing->arena, path));
    return true;
}

/* Those that stand in the place of others, or those that do not. */
static bool move_files(const struct installing *installing, bool replacing)
{
    for (size_t i = 0; i < installing->paths.count; i++) {
        const char *path = installing->paths.items[i];
        bool is_known = manifest_find(&installing->before, path) != NULL;
        if (is_known == replacing && !dir_move(installing->ready, installing->site, path))
            return false;
    }
    return true;
}

/* A folder that has nothing in it any more goes with its last file. */
static void remove_folders(const struct installing *installing, char *path)
{
    for (char *slash; (slash = strrchr(path, '/'));) {
        *slash = '\0';
        if (!dir_remove(installing->site, path, true))
            return;
    }
}

static bool remove_files(struct installing *installing)
{
    for (size_t i = 0; i < installing->before.count; i++) {
        const char *path = installing->before.items[i].path;
        if (manifest_find(&installing->after, path))
            continue;
        if (!dir_remove(installing->site, path, false) && errno != ENOENT && errno != ENOTDIR)
            return false;
        remove_folders(installing, arena_string(&installing->arena, path));
    }
    return true;
}

/* The list goes last: as long as it stands ready, there is something left to do. */
static bool move_all(struct installing *installing)
{
    return read_list(installing, installing->site, &installing->before) != LIST_FAILED &&
           tree_walk_kinds(installing->ready, note_path, installing) && move_files(installing, false) &&
           move_files(installing, true) && remove_files(installing) && dir_sync(installing->site) &&
           dir_move(installing->ready, installing->site, manifest_name);
}

/* Without its list all of it has its place already, and the folder alone is left. */
static bool finish(int site, int ready)
{
    struct installing installing = {.site = site, .ready = ready};
    enum list list = read_list(&installing, ready, &installing.after);
    bool done = list == LIST_MISSING || (list == LIST_READ && move_all(&installing));
    arena_free(&installing.arena);
    dir_close(ready);
    return done && tree_remove(site, install_ready) && fsync(site) == 0;
}

bool install_resume(int site)
{
    int new = dir_open(site, install_new, false);
    if (new < 0 && errno != ENOENT)
        return false;
    if (new >= 0)
        close(new);
    if (new >= 0 && !tree_remove(site, install_new))
        return false;
    int ready = dir_open(site, install_ready, false);
    return ready < 0 ? errno == ENOENT : finish(site, ready);
}

bool install(int site, int parent, const char *name)
{
    if (renameat(parent, name, site, install_ready) != 0 || fsync(site) != 0)
        return false;
    int ready = dir_open(site, install_ready, false);
    return ready >= 0 && finish(site, ready);
}
