#include "indexer/content/given.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "indexer/base/file.h"
#include "indexer/base/text.h"

enum { PATH_MOST = 4096 };

static bool ends_in(const char *path, const char *end)
{
    size_t size = strlen(path);
    return size >= strlen(end) && strcmp(path + size - strlen(end), end) == 0;
}

/* Whether a path is a folder or lies below it. */
static bool is_below(const char *path, const char *folder)
{
    size_t size = strlen(folder);
    return strncmp(path, folder, size) == 0 && (!path[size] || path[size] == '/');
}

/* A path from the root of the file system, without dots; NULL when nobody knows where we stand. */
static const char *whole_path(struct arena *arena, const char *path)
{
    char here[PATH_MOST];
    if (*path != '/' && !getcwd(here, sizeof here))
        return NULL;
    struct text whole = {0};
    const char *at = *path == '/' ? path : arena_format(arena, "%s/%s", here, path);
    while (*at) {
        at += strspn(at, "/");
        size_t size = strcspn(at, "/");
        bool up = size == 2 && strncmp(at, "..", 2) == 0;
        const char *last = up && whole.size ? strrchr(whole.data, '/') : NULL;
        if (last)
            whole.data[whole.size = (size_t)(last - whole.data)] = '\0';
        else if (!up && size && !(size == 1 && *at == '.'))
            text_format(&whole, "/%.*s", (int)size, at);
        at += size;
    }
    const char *copy = arena_copy(arena, text_string(&whole), whole.size);
    text_free(&whole);
    return copy;
}

/* The way from the root of the catalogue, "" for the root itself; NULL for what lies outside. Links count as folders. */
static const char *own_path(struct arena *arena, const char *root, const char *path)
{
    struct stat top;
    struct stat status;
    const char *whole = whole_path(arena, path);
    if (!whole || stat(root, &top) != 0)
        return NULL;
    for (size_t size = strlen(whole);; size--) {
        bool part = !whole[size] || whole[size] == '/';
        if (part && stat(size ? arena_copy(arena, whole, size) : "/", &status) == 0 && status.st_ino == top.st_ino &&
            status.st_dev == top.st_dev)
            return whole[size] ? whole + size + 1 : "";
        if (!size)
            return NULL;
    }
}

/* Where the other files of a catalogue lie, and how their names end. */
struct place_of_files {
    const char *folder;
    const char *end;
};

static bool is_own(const char *own, bool is_folder)
{
    static const struct place_of_files places[] = {
        {"content/pages", ".md"},        {"content/vocabulary/known-words", ".txt"},
        {"content/vocabulary", ".yaml"}, {"content/lenses", ".yaml"},
        {"content/need.csv", ".csv"},    {"content/catalogue.yaml", ".yaml"}};
    for (size_t i = 0; own && i < sizeof places / sizeof *places; i++)
        if (is_below(own, places[i].folder))
            return is_folder || ends_in(own, places[i].end);
    return false;
}

static enum given_kind kind_of(const char *path, const char *own, bool is_folder)
{
    if (is_own(own, is_folder))
        return GIVEN_OWN;
    if (is_folder)
        return own && (!*own || strcmp(own, "content") == 0) ? GIVEN_ALL : GIVEN_CASE_FOLDER;
    bool elsewhere = own && strncmp(own, "content/", 8) == 0 && !is_below(own, "content/case-studies");
    return ends_in(path, ".md") && !elsewhere ? GIVEN_CASE : GIVEN_OTHER;
}

struct given given_find(struct arena *arena, const char *root, const char *path)
{
    struct given given = {.kind = GIVEN_MISSING, .path = path};
    struct stat status;
    int failed = 0;
    if (stat(path, &status) != 0)
        failed = errno;
    if (failed && *path != '/') {
        const char *here = file_join(arena, root, path);
        if (stat(here, &status) == 0) {
            given.path = here;
            failed = 0;
        }
    }
    if (failed) {
        given.kind = file_reason_is_absence(failed) ? GIVEN_MISSING : GIVEN_FAILED;
        given.reason = failed;
        return given;
    }
    given.own = own_path(arena, root, given.path);
    given.kind = kind_of(path, given.own, S_ISDIR(status.st_mode));
    return given;
}
