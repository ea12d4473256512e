#include "catalogue/start.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "catalogue/site/output/dir.h"
#include "catalogue/site/output/tree.h"
#include "indexer/base/file.h"
#include "indexer/base/file_write.h"

static const char settings[] = "content/catalogue.yaml";

static const struct start_file {
    const char *path;
    size_t size;
    const char *data;
} files[] = {
#include "catalogue/start.inc"
};
enum { FILES = sizeof files / sizeof *files };

/* What stands in a folder before it is written to. */
struct look {
    struct arena *arena;
    int folder;
    const char *other; /* something that is none of the files */
    bool settled;      /* it has settings */
};

static const struct start_file *file_find(const char *path)
{
    for (size_t i = 0; i < FILES; i++)
        if (strcmp(files[i].path, path) == 0)
            return &files[i];
    return NULL;
}

static bool is_folder_of_files(const char *path)
{
    size_t size = strlen(path);
    for (size_t i = 0; i < FILES; i++)
        if (strncmp(files[i].path, path, size) == 0 && files[i].path[size] == '/')
            return true;
    return false;
}

/* What file_write leaves when it is killed: ".README.md.new" of "README.md". */
static bool is_half_written(struct arena *arena, const char *path)
{
    static const char end[] = ".new";
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    size_t size = strlen(name);
    if (*name != '.' || size <= sizeof end || strcmp(name + size - (sizeof end - 1), end) != 0)
        return false;
    return file_find(arena_format(arena, "%.*s%.*s", (int)(name - path), path, (int)(size - sizeof end), name + 1));
}

static bool is_ours(const struct look *look, const char *path, const struct stat *status)
{
    if (S_ISDIR(status->st_mode))
        return is_folder_of_files(path);
    const struct start_file *file = S_ISREG(status->st_mode) ? file_find(path) : NULL;
    return (file && dir_has(look->folder, path, file->data, file->size)) ||
           (S_ISREG(status->st_mode) && is_half_written(look->arena, path));
}

static bool see(void *context, const char *path, const struct stat *status)
{
    struct look *look = context;
    bool is_git = strncmp(path, ".git", 4) == 0 && (!path[4] || path[4] == '/');
    look->settled |= strcmp(path, settings) == 0;
    if (!is_git && !look->other && !is_ours(look, path, status))
        look->other = arena_string(look->arena, path);
    return true;
}

/* Why a folder that is there cannot become a catalogue, or NULL. */
static const char *in_the_way(struct arena *arena, const char *folder)
{
    struct look look = {.arena = arena, .folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    bool seen = look.folder >= 0 && tree_walk(look.folder, see, &look);
    if (look.folder >= 0)
        close(look.folder);
    if (!seen)
        return arena_format(arena, "the folder %s cannot be read", folder);
    if (look.settled)
        return arena_format(arena, "%s is a catalogue already", folder);
    if (look.other)
        return arena_format(arena, "%s is not empty: it has %s; name another folder", folder, look.other);
    return NULL;
}

static const char *write_file(struct arena *arena, const char *folder, const struct start_file *file)
{
    int reason = 0;
    char *path = file_join(arena, folder, file->path);
    char *slash = strrchr(path, '/');
    *slash = '\0';
    bool made = file_make_folders(path, &reason);
    *slash = '/';
    if (made && file_write(path, file->data, file->size, NULL, &reason))
        return NULL;
    return arena_format(arena, "%s cannot be written: %s; another run goes on from there", path, strerror(reason));
}

const char *start_write(struct arena *arena, const char *folder, size_t *count)
{
    int reason = 0;
    if (!file_make_folders(folder, &reason))
        return arena_format(arena, "the folder %s cannot be made: %s", folder, strerror(reason));
    const char *problem = in_the_way(arena, folder);
    for (size_t i = 0; !problem && i < FILES; i++)
        if (strcmp(files[i].path, settings) != 0)
            problem = write_file(arena, folder, &files[i]);
    if (!problem)
        problem = write_file(arena, folder, file_find(settings));
    *count = FILES;
    return problem;
}
