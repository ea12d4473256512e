#include "catalogue/site/output/output.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "catalogue/site/output/dir.h"
#include "indexer/base/file_write.h"
#include "indexer/base/text.h"

/* The list of its files that a site carries: one line to know it by, then a path a line, sorted. */
static const char manifest_name[] = ".catalogue-manifest";
static const char manifest_head[] = "# Files that catalogue publish wrote, and may change or remove.\n";
enum { MANIFEST_MAX = 64 * 1024 * 1024, FILE_MAX = 64 * 1024 * 1024 };

struct output_paths {
    const char **items;
    size_t count;
    size_t capacity;
};

static void fail(struct output *output, const char *what, const char *about, int reason)
{
    if (!output->problem)
        output->problem = arena_format(&output->arena, "%s %s: %s", what, about, strerror(reason));
}

void output_fail(struct output *output, const char *problem)
{
    if (!output->problem)
        output->problem = arena_string(&output->arena, problem);
}

static void paths_add(struct arena *arena, struct output_paths *paths, const char *path)
{
    paths->items = arena_grow(arena, paths->items, paths->count, &paths->capacity, sizeof *paths->items);
    paths->items[paths->count++] = path;
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void paths_sort(struct output_paths *paths)
{
    if (paths->count)
        qsort(paths->items, paths->count, sizeof *paths->items, compare_paths);
}

static bool paths_have(const struct output_paths *paths, const char *path)
{
    return paths->count && bsearch(&path, paths->items, paths->count, sizeof *paths->items, compare_paths);
}

/* Whether a path is a folder on the way to one of the (sorted) paths. */
static bool paths_go_through(const struct output_paths *paths, const char *folder)
{
    size_t length = strlen(folder);
    for (size_t i = 0; i < paths->count; i++) {
        if (strncmp(paths->items[i], folder, length) == 0 && paths->items[i][length] == '/')
            return true;
    }
    return false;
}

bool output_path_is_valid(const char *path)
{
    bool at_start = true;
    for (; *path; path++) {
        if (at_start && (*path == '.' || *path == '/'))
            return false;
        at_start = *path == '/';
        if (!(*path >= 'a' && *path <= 'z') && !(*path >= '0' && *path <= '9') && !strchr("-_./", *path))
            return false;
    }
    return !at_start;
}

/* The list comes from a folder that anybody may have changed, so a line that is no path of ours is passed over. */
static void manifest_read(struct output *output, char *list)
{
    for (char *line = list; *line;) {
        char *end = strchr(line, '\n');
        if (!end)
            break;
        *end = '\0';
        if (output_path_is_valid(line))
            paths_add(&output->arena, output->before, line);
        line = end + 1;
    }
    paths_sort(output->before);
}

static bool found_any(void *context, const char *path, bool is_folder)
{
    bool *found = context;
    (void)path;
    (void)is_folder;
    *found = true;
    return false;
}

static void refuse_foreign(struct output *output)
{
    bool found = false;
    bool looked = dir_walk(output->old, found_any, &found);
    if (found)
        output->problem = arena_format(
            &output->arena, "%s holds files that are not a site of this program; name an empty or new folder",
            output->path);
    else if (!looked)
        fail(output, "cannot look into", output->path, errno);
}

/* A list that is there and cannot be read is not one that is missing: whose the files are is not known then. */
static void look_at_old(struct output *output)
{
    size_t size = 0;
    char *list = dir_read(&output->arena, output->old, manifest_name, MANIFEST_MAX, &size);
    int reason = list ? 0 : errno;
    if (list && strncmp(list, manifest_head, strlen(manifest_head)) == 0)
        manifest_read(output, list + strlen(manifest_head));
    else if (reason && reason != ENOENT && reason != ELOOP)
        fail(output, "cannot read the list of files of", output->path, reason);
    else
        refuse_foreign(output);
}

static void open_parent(struct output *output)
{
    char *path = arena_string(&output->arena, output->path);
    for (size_t length = strlen(path); length > 1 && path[length - 1] == '/'; length--)
        path[length - 1] = '\0';
    char *slash = strrchr(path, '/');
    output->name = slash ? slash + 1 : path;
    const char *parent = slash == path ? "/" : slash ? path : ".";
    if (slash && slash != path)
        *slash = '\0';
    bool named = output->name[0] && strcmp(output->name, ".") != 0 && strcmp(output->name, "..") != 0;
    if (!named) {
        output->problem = arena_format(&output->arena, "\"%s\" does not name a folder for the site", output->path);
        return;
    }
    output->new_name = arena_format(&output->arena, ".%s.catalogue-new", output->name);
    output->spare_name = arena_format(&output->arena, ".%s.catalogue-old", output->name);
    output->parent_path = parent;
    int reason = 0;
    if (file_make_folders(parent, &reason))
        output->parent = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (output->parent < 0)
        fail(output, "cannot use the folder", parent, reason ? reason : errno);
}

/* While a run looks at the folders or renames them, no other run does: it waits, for the moment that this takes. */
static void begin_moment(const struct output *output)
{
    while (flock(output->parent, LOCK_EX) != 0 && errno == EINTR)
        ;
}

static void end_moment(const struct output *output)
{
    flock(output->parent, LOCK_UN);
}

static bool lock(struct output *output, int folder)
{
    if (output->problem)
        return false;
    if (flock(folder, LOCK_EX | LOCK_NB) == 0)
        return true;
    if (errno == EWOULDBLOCK)
        output->problem =
            arena_format(&output->arena, "another run is writing %s; try again when it is done", output->path);
    else
        fail(output, "cannot lock", output->path, errno);
    return false;
}

static void open_old(struct output *output)
{
    /* A system that cannot exchange folders at once may have been stopped halfway, or at the very end. */
    if (!dir_contains(output->parent, output->name) && dir_contains(output->parent, output->spare_name))
        renameat(output->parent, output->spare_name, output->parent, output->name);
    else if (dir_contains(output->parent, output->spare_name))
        dir_remove(output->parent, output->spare_name);
    output->old = dir_open(output->parent, output->name, false);
    if (output->old >= 0) {
        if (lock(output, output->old))
            look_at_old(output);
    } else if (dir_has_link(output->parent, output->name)) {
        output->problem = arena_format(&output->arena, "%s is a link; name the folder that it leads to", output->path);
    } else if (errno != ENOENT) {
        fail(output, "cannot write the site to", output->path, errno);
    }
}

/* What another run holds is not ours to clear, now or when we close. */
static void open_new(struct output *output)
{
    int folder = dir_open(output->parent, output->new_name, true);
    if (folder < 0) {
        fail(output, "cannot write beside", output->path, errno);
    } else if (!lock(output, folder)) {
        close(folder);
    } else {
        output->new = folder;
        if (!dir_clear(folder))
            fail(output, "cannot clear what an earlier run left beside", output->path, errno);
    }
}

struct output *output_open(const char *folder)
{
    struct output *output = memory_resize(NULL, sizeof *output);
    *output = (struct output){.parent = -1, .old = -1, .new = -1};
    output->path = arena_string(&output->arena, folder);
    output->before = arena_alloc(&output->arena, sizeof *output->before);
    output->after = arena_alloc(&output->arena, sizeof *output->after);
    open_parent(output);
    if (output->problem)
        return output;
    begin_moment(output);
    open_old(output);
    if (!output->problem)
        open_new(output);
    end_moment(output);
    return output;
}

/* Whether a file of the site may go there, and whether the last run wrote one of that path. */
static bool may_write(struct output *output, const char *path, bool *ours)
{
    assert(output_path_is_valid(path));
    if (output->problem)
        return false;
    *ours = paths_have(output->before, path);
    if (output->old < 0 || *ours || !dir_contains(output->old, path))
        return true;
    output->problem =
        arena_format(&output->arena, "%s/%s is not from this program and stands where a page goes", output->path, path);
    return false;
}

static void count_file(struct output *output, const char *path, bool written, bool same)
{
    if (!written) {
        fail(output, "cannot write", path, errno);
        return;
    }
    *(same ? &output->unchanged : &output->changed) += 1;
    paths_add(&output->arena, output->after, arena_string(&output->arena, path));
}

void output_write(struct output *output, const char *path, const char *data, size_t size)
{
    bool ours;
    if (!may_write(output, path, &ours))
        return;
    bool same = ours && dir_has(output->old, path, data, size);
    count_file(output, path,
               same ? dir_share(output->old, output->new, path) : dir_write(output->new, path, data, size), same);
}

void output_take(struct output *output, const char *path, const char *name)
{
    bool ours;
    if (!may_write(output, path, &ours))
        return;
    bool same = ours && dir_same(output->old, path, output->new, name);
    bool done = same ? dir_share(output->old, output->new, path) : dir_name(output->new, name, path);
    count_file(output, path, done && unlinkat(output->new, name, 0) == 0, same);
}

const char *output_read(struct output *output, struct arena *arena, const char *path, size_t *size)
{
    const char *data = output->problem ? NULL : dir_read(arena, output->new, path, FILE_MAX, size);
    if (!data && !output->problem)
        fail(output, "cannot read", path, errno);
    return data;
}

const char *output_scratch(struct output *output, const char *name)
{
    return arena_format(&output->arena, "%s/%s/%s", output->parent_path, output->new_name, name);
}

static void manifest_write(struct output *output)
{
    struct text list = {0};
    text_add(&list, manifest_head);
    for (size_t i = 0; i < output->after->count; i++)
        text_format(&list, "%s\n", output->after->items[i]);
    bool same = output->old >= 0 && dir_has(output->old, manifest_name, list.data, list.size);
    if (!(same ? dir_share(output->old, output->new, manifest_name)
               : dir_write(output->new, manifest_name, list.data, list.size)))
        fail(output, "cannot write", manifest_name, errno);
    text_free(&list);
}

/* What is in the old folder and not on its list comes along. */
static bool bring_foreign(void *context, const char *path, bool is_folder)
{
    struct output *output = context;
    if (is_folder)
        return paths_go_through(output->before, path) || dir_make(output->new, path);
    if (strcmp(path, manifest_name) == 0 || paths_have(output->before, path))
        return true;
    output->kept++;
    return dir_share(output->old, output->new, path);
}

static size_t count_removed(const struct output *output)
{
    size_t count = 0;
    for (size_t i = 0; i < output->before->count; i++)
        count += !paths_have(output->after, output->before->items[i]);
    return count;
}

/*
 * After this the new site has its name, and the hidden name is that of the old one, if there was one.
 * Its bytes are on the disk before, and the name soon after, as power that fails must not cost the site.
 */
static void put_in_place(struct output *output)
{
    if (!dir_sync(output->new)) {
        fail(output, "cannot bring to the disk", output->path, errno);
        return;
    }
    begin_moment(output);
    bool done = output->old < 0 ? renameat(output->parent, output->new_name, output->parent, output->name) == 0
                                : dir_exchange(output->parent, output->name, output->new_name, output->spare_name);
    if (!done)
        fail(output, "cannot put the new site in place of", output->path, errno);
    end_moment(output);
    if (!done)
        return;
    fsync(output->parent);
    if (output->new >= 0)
        close(output->new);
    output->new = output->old;
    output->old = -1;
}

bool output_finish(struct output *output)
{
    paths_sort(output->after);
    if (!output->problem)
        manifest_write(output);
    if (!output->problem && output->old >= 0 && !dir_walk(output->old, bring_foreign, output))
        fail(output, "cannot keep what else is in", output->path, errno);
    if (output->problem)
        return false;
    output->removed = count_removed(output);
    if (output->old < 0 || output->changed || output->removed)
        put_in_place(output);
    return !output->problem;
}

void output_close(struct output *output)
{
    if (output->new >= 0) {
        begin_moment(output);
        if (dir_clear(output->new))
            unlinkat(output->parent, output->new_name, AT_REMOVEDIR);
        close(output->new);
        end_moment(output);
    }
    if (output->old >= 0)
        close(output->old);
    if (output->parent >= 0)
        close(output->parent);
    arena_free(&output->arena);
    free(output);
}
