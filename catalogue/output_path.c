#include "catalogue/output_path.h"

#include <string.h>
#include <sys/stat.h>

#include "catalogue/site/output/dir.h"
#include "indexer/base/file.h"

static const char *source_folder(struct invocation *invocation, const char *path)
{
    static const char *const folders[] = {"content", "theme"};
    for (size_t i = 0; invocation->root && i < sizeof folders / sizeof *folders; i++)
        if (dir_holds(file_join(invocation->arena, invocation->root, folders[i]), path))
            return folders[i];
    return NULL;
}

static bool is_index(const struct invocation *invocation, const char *path)
{
    struct stat here;
    struct stat index;
    return invocation->database && stat(path, &here) == 0 && stat(invocation->database, &index) == 0 &&
           here.st_dev == index.st_dev && here.st_ino == index.st_ino;
}

/* What stands there, when that is no ordinary file; NULL when it is one, or nothing. */
static const char *odd_kind(const char *path)
{
    struct stat status;
    if (lstat(path, &status) != 0 || S_ISREG(status.st_mode))
        return NULL;
    return S_ISLNK(status.st_mode) ? "a link" : S_ISDIR(status.st_mode) ? "a folder" : "no ordinary file";
}

bool output_path_accepts(struct invocation *invocation, const char *option, const char *path)
{
    const char *folder = *path ? source_folder(invocation, path) : NULL;
    const char *kind = odd_kind(path);
    if (!*path)
        complain(invocation, "--%s needs a name", option);
    else if (folder)
        complain(invocation, "%s is in %s/, which has the sources; name another place", path, folder);
    else if (kind)
        complain(invocation, "%s is %s, and would go; name another place", path, kind);
    else if (is_index(invocation, path))
        complain(invocation, "%s is the index; name another place", path);
    else
        return true;
    return false;
}
