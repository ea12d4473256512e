#include "catalogue/output_path.h"

#include <string.h>
#include <sys/stat.h>

#include "catalogue/site/output/dir.h"
#include "indexer/base/file.h"

static bool is_same_file(const char *one, const char *other)
{
    struct stat here;
    struct stat there;
    return stat(one, &here) == 0 && stat(other, &there) == 0 && here.st_dev == there.st_dev &&
           here.st_ino == there.st_ino;
}

/* Whether a folder of the catalogue that is not there yet would come to be on the way to a path. */
static bool would_make(struct invocation *invocation, const char *folder, const char *path)
{
    size_t size = strlen(folder);
    for (const char *at = path; (at = strstr(at, folder)); at++) {
        bool begins = at == path || at[-1] == '/';
        const char *parent = at == path ? "." : arena_copy(invocation->arena, path, (size_t)(at - path));
        if (begins && (!at[size] || at[size] == '/') && is_same_file(parent, invocation->root))
            return true;
    }
    return false;
}

bool output_path_is_apart(struct invocation *invocation, const char *what, const char *path)
{
    static const char *const folders[] = {"content", "theme"};
    for (size_t i = 0; invocation->root && i < sizeof folders / sizeof *folders; i++) {
        if (!dir_holds(file_join(invocation->arena, invocation->root, folders[i]), path) &&
            !would_make(invocation, folders[i], path))
            continue;
        complain(invocation, "%s cannot be written to %s, as %s/ has the sources; name another place", what, path,
                 folders[i]);
        return false;
    }
    return true;
}

/* What stands there, when that is no ordinary file; NULL when it is one, or nothing. */
static const char *odd_kind(const char *path)
{
    struct stat status;
    if (lstat(path, &status) != 0 || S_ISREG(status.st_mode))
        return NULL;
    return S_ISLNK(status.st_mode) ? "a link" : S_ISDIR(status.st_mode) ? "a folder" : "no ordinary file";
}

bool output_path_accepts(struct invocation *invocation, const char *path)
{
    const char *kind = odd_kind(path);
    if (!output_path_is_apart(invocation, "the file", path))
        return false;
    if (kind)
        complain(invocation, "%s is %s, and would go; name another place", path, kind);
    else if (invocation->database && is_same_file(path, invocation->database))
        complain(invocation, "%s is the index; name another place", path);
    else
        return true;
    return false;
}
