#ifndef CATALOGUE_SITE_OUTPUT_OUTPUT_H
#define CATALOGUE_SITE_OUTPUT_OUTPUT_H

/*
 * The folder that a site is written to. The new site is put together in a
 * hidden folder beside it and takes its place at once at the end, so a reader,
 * or a run that was killed, sees the old site or the new and never half of
 * each. A file whose bytes are as they were stays the same file. What the
 * folder holds beside the site, by the list that every site carries, is
 * somebody else's and comes along untouched; a folder without such a list that
 * is not empty is refused.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"

struct output {
    struct arena arena;
    const char *path;    /* as it was given */
    const char *problem; /* the first that went wrong, as a sentence; NULL: all is well */
    int parent;
    int old; /* the site as it is, or -1 */
    int new;
    const char *parent_path;
    const char *name;
    const char *new_name;
    const char *spare_name;
    struct output_paths *before; /* what the last run wrote */
    struct output_paths *after;
    size_t changed; /* files that are new or have other bytes */
    size_t removed;
    size_t unchanged;
    size_t kept; /* files that are not of the site */
};

/* Starts a site. Always returns an output; `problem` says whether it can be used. */
struct output *output_open(const char *folder);

/*
 * Adds a file of the site; a path is parts of lower-case letters, digits,
 * dots, hyphens and underscores. After a failure nothing more is written.
 */
void output_write(struct output *output, const char *path, const char *data, size_t size);

/* The bytes of a file that was added, in the arena; NULL, and a problem, when they cannot be read. */
const char *output_read(struct output *output, struct arena *arena, const char *path, size_t *size);

/*
 * A path for a file that is needed for a while, in the hidden folder: should this run be killed, the next one
 * removes it. It has to be gone before the site is finished; output_take sees to that.
 */
const char *output_scratch(struct output *output, const char *name);

/* Makes such a file the site's file `path`, like output_write but without holding it in memory. */
void output_take(struct output *output, const char *path, const char *name);

/* Something else went wrong while the site was made: it will not be put in place. */
void output_fail(struct output *output, const char *problem);

/* Puts the new site in place; false, with the old site as it was, when anything went wrong since it was opened. */
bool output_finish(struct output *output);

/* Releases it; a site that was not finished is thrown away. */
void output_close(struct output *output);

/* Whether a path may name a file of a site. */
bool output_path_is_valid(const char *path);

#endif
