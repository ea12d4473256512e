#include "catalogue/site/output/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "catalogue/site/output/dir.h"
#include "catalogue/site/output/install.h"
#include "catalogue/site/output/tree.h"
#include "indexer/base/file.h"
#include "indexer/base/file_write.h"
#include "indexer/base/slug.h"
#include "indexer/base/text.h"

enum { FILE_MAX = 64 * 1024 * 1024 };

void output_fail_for(struct output *output, const char *what, const char *about, int reason)
{
    pthread_mutex_lock(&output->lock);
    if (!output->problem)
        output->problem = arena_format(&output->arena, "%s %s: %s", what, about, strerror(reason));
    pthread_mutex_unlock(&output->lock);
}

void output_fail(struct output *output, const char *problem)
{
    pthread_mutex_lock(&output->lock);
    if (!output->problem)
        output->problem = arena_string(&output->arena, problem);
    pthread_mutex_unlock(&output->lock);
}

bool output_failed(struct output *output)
{
    pthread_mutex_lock(&output->lock);
    bool failed = output->problem != NULL;
    pthread_mutex_unlock(&output->lock);
    return failed;
}

static bool found_any(void *context, const char *path, const struct stat *status)
{
    bool *found = context;
    if (S_ISDIR(status->st_mode) && strcmp(path, "lost+found") == 0) /* where a whole file system is mounted */
        return true;
    *found = true;
    return false;
}

static void refuse_foreign(struct output *output)
{
    bool found = false;
    bool looked = tree_walk_kinds(output->old, found_any, &found);
    if (found)
        output->problem = arena_format(
            &output->arena, "%s holds files that are not a site of this program; name an empty or new folder",
            output->path);
    else if (!looked)
        output_fail_for(output, "cannot look into", output->path, errno);
}

/* What of the site is there as it was written, and how much is somebody else's. */
static bool look_at_file(void *context, const char *path, const struct stat *status)
{
    struct output *output = context;
    const struct manifest_file *file = manifest_find(&output->before, path);
    if (file)
        output->intact[file - output->before.items] =
            S_ISREG(status->st_mode) && status->st_size >= 0 && (size_t)status->st_size == file->size;
    else if (!S_ISDIR(status->st_mode) && strcmp(path, manifest_name) != 0)
        output->kept++;
    return true;
}

static void look_at_files(struct output *output)
{
    output->intact = arena_array(&output->arena, output->before.count, sizeof *output->intact);
    if (!tree_walk(output->old, look_at_file, output))
        output_fail_for(output, "cannot look into", output->path, errno);
}

/* A list that is there and cannot be read is not one that is missing: whose the files are is not known then. */
static void look_at_old(struct output *output)
{
    size_t size = 0;
    char *list = dir_read(&output->arena, output->old, manifest_name, MANIFEST_MAX, &size);
    int reason = list ? 0 : errno;
    if (list && manifest_read(&output->arena, list, &output->before))
        look_at_files(output);
    else if (reason && reason != ENOENT && reason != ELOOP)
        output_fail_for(output, "cannot read the list of files of", output->path, reason);
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
    output->new_path = file_join(&output->arena, parent, output->new_name);
    int reason = 0;
    if (file_make_folders(parent, &reason))
        output->parent = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (output->parent < 0)
        output_fail_for(output, "cannot use the folder", parent, reason ? reason : errno);
}

void output_begin_moment(const struct output *output)
{
    while (flock(output->parent, LOCK_EX) != 0 && errno == EINTR)
        ;
}

void output_end_moment(const struct output *output)
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
        output_fail_for(output, "cannot lock", output->path, errno);
    return false;
}

static void open_old(struct output *output)
{
    /* A system that cannot exchange folders at once may have been stopped halfway, or at the very end. */
    if (!dir_contains(output->parent, output->name) && dir_contains(output->parent, output->spare_name))
        renameat(output->parent, output->spare_name, output->parent, output->name);
    else if (dir_contains(output->parent, output->spare_name))
        tree_remove(output->parent, output->spare_name);
    output->old = dir_open(output->parent, output->name, false);
    if (output->old >= 0) {
        if (!lock(output, output->old))
            return;
        if (install_resume(output->old))
            look_at_old(output);
        else
            output_fail_for(output, "cannot finish what an earlier run began in", output->path, errno);
    } else if (dir_has_link(output->parent, output->name)) {
        output->problem = arena_format(&output->arena, "%s is a link; name the folder that it leads to", output->path);
    } else if (errno != ENOENT) {
        output_fail_for(output, "cannot write the site to", output->path, errno);
    }
}

/* Makes the hidden folder in the site itself. */
static int open_within(struct output *output, const char *why)
{
    output->by_file = why;
    output->new_name = install_new;
    output->new_path = arena_format(&output->arena, "%s/%s/%s", output->parent_path, output->name, install_new);
    return dir_open(output->old, install_new, true);
}

static int open_hidden(struct output *output, bool in_place)
{
    if (output->old >= 0 && in_place)
        return open_within(output, "as --in-place asks for");
    if (output->old >= 0 && dir_is_mount_point(output->old))
        return open_within(output, "as something is mounted there");
    int folder = dir_open(output->parent, output->new_name, true);
    bool is_kept_out = folder < 0 && (errno == EACCES || errno == EPERM || errno == EROFS);
    return is_kept_out && output->old >= 0 ? open_within(output, "as nothing can be written beside it") : folder;
}

/* What another run holds is not ours to clear, now or when we close. */
static void open_new(struct output *output, bool in_place)
{
    int folder = open_hidden(output, in_place);
    if (folder < 0) {
        output_fail_for(output, "cannot write beside", output->path, errno);
    } else if (!lock(output, folder)) {
        close(folder);
    } else {
        output->new = folder;
        if (!tree_clear(folder))
            output_fail_for(output, "cannot clear what an earlier run left beside", output->path, errno);
    }
}

struct output *output_open(const char *folder, bool in_place)
{
    struct output *output = memory_resize(NULL, sizeof *output);
    *output = (struct output){.parent = -1, .old = -1, .new = -1};
    pthread_mutex_init(&output->lock, NULL);
    output->path = arena_string(&output->arena, folder);
    open_parent(output);
    if (output->problem)
        return output;
    output_begin_moment(output);
    open_old(output);
    if (!output->problem)
        open_new(output, in_place);
    output_end_moment(output);
    return output;
}

static void add(struct output *output, const struct output_file *file, size_t size, bool same)
{
    pthread_mutex_lock(&output->lock);
    const char *path = arena_string(&output->arena, file->path);
    manifest_add(&output->arena, &output->after,
                 &(struct manifest_file){path, file->key, size, arena_string(&output->arena, file->note)});
    *(same ? &output->unchanged : &output->changed) += 1;
    if (same)
        string_list_add(&output->arena, &output->stays, path);
    pthread_mutex_unlock(&output->lock);
}

/* A file of the last run stays, with key and note as they were. */
static void stay(struct output *output, size_t place)
{
    const struct manifest_file *file = &output->before.items[place];
    add(output, &(struct output_file){file->path, file->key, file->note}, file->size, true);
}

struct keyed {
    uint64_t key;
    size_t place;
};

static int compare_keyed(const void *a, const void *b)
{
    const struct keyed *one = a;
    const struct keyed *other = b;
    if (one->key != other->key)
        return one->key < other->key ? -1 : 1;
    return (one->place > other->place) - (one->place < other->place);
}

/* Made when it is first asked for; it is not where the whole site stays. */
static const struct keyed *by_key(struct output *output)
{
    const struct manifest *before = &output->before;
    pthread_mutex_lock(&output->lock);
    if (!output->by_key && before->count) {
        output->by_key = arena_array(&output->arena, before->count, sizeof *output->by_key);
        for (size_t i = 0; i < before->count; i++)
            output->by_key[i] = (struct keyed){before->items[i].key, i};
        qsort(output->by_key, before->count, sizeof *output->by_key, compare_keyed);
    }
    pthread_mutex_unlock(&output->lock);
    return output->by_key;
}

bool output_keep(struct output *output, uint64_t key)
{
    const struct keyed *keyed = by_key(output);
    size_t first = 0;
    if (!key)
        return false;
    for (size_t high = output->before.count; first < high;) {
        size_t middle = first + (high - first) / 2;
        if (keyed[middle].key < key)
            first = middle + 1;
        else
            high = middle;
    }
    size_t end = first;
    while (end < output->before.count && keyed[end].key == key && output->intact[keyed[end].place])
        end++;
    bool all = end > first && (end == output->before.count || keyed[end].key != key);
    for (size_t i = first; all && i < end; i++)
        stay(output, keyed[i].place);
    return all;
}

bool output_keep_all(struct output *output, uint64_t key)
{
    size_t intact = 0;
    while (intact < output->before.count && output->intact[intact])
        intact++;
    output->all_stays = intact && intact == output->before.count && key && output->before.key == key;
    if (output->all_stays) {
        output->after = output->before;
        output->unchanged = intact;
    }
    return output->all_stays;
}

/* Whether a file of the site may go there, and whether the last run wrote one of that path. */
static bool may_write(struct output *output, const char *path, bool *ours)
{
    struct arena arena = {0};
    *ours = manifest_find(&output->before, path) != NULL;
    if (!slug_path_is_valid(path))
        output_fail(output, arena_format(&arena,
                                         "%s cannot be named so in the site: lower-case letters, digits, dots, "
                                         "hyphens",
                                         path));
    else if (output->old >= 0 && !*ours && dir_contains(output->old, path))
        output_fail(output, arena_format(&arena, "%s/%s is not from this program and stands where a page goes",
                                         output->path, path));
    arena_free(&arena);
    return !output_failed(output);
}

void output_write(struct output *output, const struct output_file *file, const char *data, size_t size)
{
    bool ours;
    if (!may_write(output, file->path, &ours))
        return;
    bool same = ours && dir_has(output->old, file->path, data, size);
    if (same || dir_write(output->new, file->path, data, size))
        add(output, file, size, same);
    else
        output_fail_for(output, "cannot write", file->path, errno);
}

void output_take(struct output *output, const struct output_file *file, const char *name)
{
    bool ours;
    struct stat status;
    if (!may_write(output, file->path, &ours))
        return;
    bool done = fstatat(output->new, name, &status, AT_SYMLINK_NOFOLLOW) == 0;
    bool same = done && ours && dir_same(output->old, file->path, output->new, name);
    done = done && (same || dir_name(output->new, name, file->path)) && unlinkat(output->new, name, 0) == 0;
    if (done)
        add(output, file, (size_t)status.st_size, same);
    else
        output_fail_for(output, "cannot write", file->path, errno);
}

const char *output_read(struct output *output, struct arena *arena, const char *path, size_t *size)
{
    if (output->problem)
        return NULL;
    const char *data = dir_read(arena, output->new, path, FILE_MAX, size);
    if (!data && errno == ENOENT && output->old >= 0)
        data = dir_read(arena, output->old, path, FILE_MAX, size);
    if (!data)
        output_fail_for(output, "cannot read", path, errno);
    return data;
}

const char *output_read_old(struct output *output, struct arena *arena, const char *path, size_t *size)
{
    const struct manifest_file *file = manifest_find(&output->before, path);
    bool is_there = file && output->intact[file - output->before.items];
    return is_there ? dir_read(arena, output->old, path, FILE_MAX, size) : NULL;
}

struct old_file output_old(struct output *output, const char *path)
{
    const struct manifest_file *file = manifest_find(&output->before, path);
    if (!file || !output->intact[file - output->before.items])
        return (struct old_file){NULL, NULL};
    return (struct old_file){arena_format(&output->arena, "%s/%s/%s", output->parent_path, output->name, path),
                             file->note};
}

const char *output_scratch(struct output *output, const char *name)
{
    return file_join(&output->arena, output->new_path, name);
}

static bool ends_in(const char *path, const char *suffix)
{
    size_t size = strlen(path);
    size_t end = strlen(suffix);
    return size >= end && strcmp(path + size - end, suffix) == 0;
}

size_t output_had(const struct output *output, const char *suffix)
{
    size_t count = 0;
    for (size_t i = 0; i < output->before.count; i++)
        count += ends_in(output->before.items[i].path, suffix);
    return count;
}

struct string_list output_lost(struct output *output, struct arena *arena, const char *suffix)
{
    struct string_list lost = {0};
    const struct manifest *after = &output->after;
    manifest_sort(&output->after);
    for (size_t i = 0, j = 0; i < output->before.count; i++) {
        const char *path = output->before.items[i].path;
        while (j < after->count && strcmp(after->items[j].path, path) < 0)
            j++;
        bool is_there = j < after->count && strcmp(after->items[j].path, path) == 0;
        if (!is_there && ends_in(path, suffix))
            string_list_add(arena, &lost, path);
    }
    return lost;
}

void output_close(struct output *output)
{
    if (output->new >= 0) {
        output_begin_moment(output);
        if (tree_clear(output->new))
            unlinkat(output->by_file ? output->old : output->parent, output->new_name, AT_REMOVEDIR);
        close(output->new);
        output_end_moment(output);
    }
    if (output->old >= 0)
        close(output->old);
    if (output->parent >= 0)
        close(output->parent);
    pthread_mutex_destroy(&output->lock);
    arena_free(&output->arena);
    free(output);
}
