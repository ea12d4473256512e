#include "catalogue/site/output/output_finish.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "catalogue/site/output/dir.h"
#include "catalogue/site/output/install.h"
#include "catalogue/site/output/tree.h"
#include "indexer/base/file.h"
#include "indexer/base/text.h"

/* In the new folder, whatever becomes of it. */
static void write_manifest(struct output *output)
{
    struct text list = {0};
    manifest_print(&list, &output->after);
    if (!dir_write(output->new, manifest_name, list.data, list.size))
        output_fail_for(output, "cannot write", manifest_name, errno);
    text_free(&list);
}

/* What is in the old folder and not on its list comes along. */
static bool bring_foreign(void *context, const char *path, const struct stat *status)
{
    struct output *output = context;
    if (S_ISDIR(status->st_mode))
        return manifest_goes_through(&output->before, path) || dir_make(output->new, path);
    if (strcmp(path, manifest_name) == 0 || manifest_find(&output->before, path))
        return true;
    output->kept++;
    if (!S_ISREG(status->st_mode) && !S_ISLNK(status->st_mode))
        output_fail(output, arena_format(&output->arena,
                                         "%s/%s is neither a file nor a folder nor a link, so it cannot be kept; "
                                         "take it out, and publish again",
                                         output->path, path));
    else if (!dir_share(output->old, output->new, path))
        output_fail_for(output, "cannot keep", file_join(&output->arena, output->path, path), errno);
    return !output->problem;
}

static void bring_along(struct output *output)
{
    string_list_sort(&output->stays);
    if (!dir_share_all(output->old, output->new, output->stays.items, output->stays.count))
        output_fail_for(output, "cannot keep what is as it was in", output->path, errno);
    output->kept = 0;
    if (!output->problem && !tree_walk_kinds(output->old, bring_foreign, output))
        output_fail_for(output, "cannot keep what else is in", output->path, errno);
}

/* All files are as they were; what they were made of may have changed. */
static void renew_manifest(struct output *output)
{
    if (dir_same(output->old, manifest_name, output->new, manifest_name))
        return;
    if (!dir_sync(output->new) || renameat(output->new, manifest_name, output->old, manifest_name) != 0)
        output_fail_for(output, "cannot write", manifest_name, errno);
}

/* After this the new site has its name, and the hidden name is that of the old one, if there was one. */
static bool change_places(struct output *output)
{
    output_begin_moment(output);
    bool done = output->old < 0 ? renameat(output->parent, output->new_name, output->parent, output->name) == 0
                                : dir_exchange(output->parent, output->name, output->new_name, output->spare_name);
    int reason = errno;
    output_end_moment(output);
    errno = reason;
    if (!done)
        return false;
    fsync(output->parent);
    close(output->new);
    output->new = output->old;
    output->old = -1;
    return true;
}

/* What stands ready is not ours to clear any more: if it is not all in its place, the next run will finish it. */
static bool install_from(struct output *output, int parent)
{
    bool done = install(output->old, parent, output->new_name);
    int reason = errno;
    if (!dir_contains(parent, output->new_name)) {
        close(output->new);
        output->new = -1;
    }
    errno = reason;
    return done;
}

/* Where folders cannot change places, as one is mounted or in a lower layer, what is in them still can. */
static bool install_instead(struct output *output)
{
    if (output->old < 0 || (errno != EXDEV && errno != EBUSY))
        return false;
    output->by_file = "as the folders could not change places";
    return install_from(output, output->parent);
}

/* Its bytes are on the disk before, and the names soon after, as power that fails must not cost the site. */
static void put_in_place(struct output *output)
{
    if (!dir_sync(output->new))
        output_fail_for(output, "cannot bring to the disk", output->path, errno);
    else if (output->by_file ? !install_from(output, output->old) : !change_places(output) && !install_instead(output))
        output_fail_for(output, "cannot put the new site in place of", output->path, errno);
}

bool output_finish(struct output *output, uint64_t key)
{
    if (output->all_stays)
        return !output->problem;
    output->after.key = key;
    output->removed = output_lost(output, &output->arena, "").count;
    bool same = output->old >= 0 && !output->changed && !output->removed;
    if (!output->problem)
        write_manifest(output);
    if (!output->problem && output->old >= 0 && !same && !output->by_file)
        bring_along(output);
    if (!output->problem && same)
        renew_manifest(output);
    else if (!output->problem)
        put_in_place(output);
    return !output->problem;
}
