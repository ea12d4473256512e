#include "catalogue/from_here.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "indexer/base/file.h"
#include "indexer/base/text.h"

/* How many bytes of a path are folders of both, the slash included. */
static size_t shared_folders(const char *path, const char *folder)
{
    size_t shared = 0;
    size_t at = 0;
    while (path[at] && path[at] == folder[at]) {
        at++;
        if (path[at - 1] == '/')
            shared = at;
    }
    return !folder[at] && path[at] == '/' ? at + 1 : shared;
}

const char *from_here(struct arena *arena, const char *root, const char *path)
{
    char here[PATH_MAX];
    struct text way = {0};
    if (!root)
        return path;
    size_t size = strlen(root);
    while (size && root[size - 1] == '/')
        size--;
    const char *full = arena_format(arena, "%.*s/%s", (int)size, root, path);
    bool within =
        root[0] == '/' && getcwd(here, sizeof here) && !strncmp(here, root, size) && (!here[size] || here[size] == '/');
    if (!within)
        return full;
    size_t shared = shared_folders(full, here);
    for (const char *rest = here + (shared > strlen(here) ? strlen(here) : shared); *rest;) {
        text_add(&way, "../");
        rest += strcspn(rest, "/");
        rest += *rest == '/';
    }
    text_add(&way, full + shared);
    const char *copy = arena_string(arena, text_string(&way));
    text_free(&way);
    return copy;
}
