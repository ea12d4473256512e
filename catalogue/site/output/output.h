#ifndef CATALOGUE_SITE_OUTPUT_OUTPUT_H
#define CATALOGUE_SITE_OUTPUT_OUTPUT_H

/*
 * The folder that a site is written to. The new site is put together in a
 * hidden folder beside it and takes its place at once at the end, so a reader,
 * or a run that was killed, sees the old site or the new and never half of
 * each; where that cannot be, its files take their places one by one (install.h). A file whose bytes are as they were stays the same file, and one that was made of the same
 * (its key in manifest.h) stays without being made again. What the
 * folder holds beside the site, by the list that every site carries, is
 * somebody else's and comes along untouched; a folder without such a list that
 * is not empty is refused.
 *
 * Several threads may keep, write, take and fail at once. What comes of it does not depend on their order.
 */

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "catalogue/site/output/manifest.h"
#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"

struct keyed;

struct output {
    pthread_mutex_t lock; /* of what changes while files are added */
    struct arena arena;
    const char *path;    /* as it was given */
    const char *problem; /* the first that went wrong, as a sentence; NULL: all is well */
    int parent;
    int old; /* the site as it is, or -1 */
    int new; /* what is put together: beside the old site, or in it */
    const char
        *by_file; /* why the old one is changed file by file (install.h); NULL: a whole new folder takes its place */
    const char *parent_path;
    const char *name;
    const char *new_name;
    const char *new_path;
    const char *spare_name;
    struct manifest before;   /* what the last run wrote */
    bool *intact;             /* of each of these: it is there, in its size */
    struct keyed *by_key;     /* the places of these in the order of keys; NULL until they are asked for */
    bool all_stays;           /* the new site is the old one, and nothing is put together */
    struct manifest after;    /* the new site as far as it is put together */
    struct string_list stays; /* those of them that are as they were, by path */
    size_t changed;           /* files that are new or have other bytes */
    size_t removed;
    size_t unchanged;
    size_t kept; /* files that are not of the site */
};

/* What goes with the bytes of a file into the list of files; all of it is copied. */
struct output_file {
    const char *path; /* one that manifest_path_is_valid */
    uint64_t key;     /* 0: nobody knows */
    const char *note;
};

/*
 * Starts a site. It is put in place file by file when that is asked for, and where it has to be: something is mounted at the
 * folder, or nothing can be made beside it. Always returns an output; `problem` says whether it can be used.
 */
struct output *output_open(const char *folder, bool in_place);

/*
 * Whether all files with this key that the last run wrote are there as it wrote them, by their sizes, and there are any:
 * then they stay, as if they had been written. The other is about the whole site, by its key; nothing is added then.
 */
bool output_keep(struct output *output, uint64_t key);
bool output_keep_all(struct output *output, uint64_t key);

/* Whether something went wrong; for those who would do more in vain. */
bool output_failed(struct output *output);

/* Adds a file of the site. After a failure nothing more is written. */
void output_write(struct output *output, const struct output_file *file, const char *data, size_t size);

/* The bytes of a file that was added, in the arena; NULL, and a problem, when they cannot be read. */
const char *output_read(struct output *output, struct arena *arena, const char *path, size_t *size);

/* The bytes of a file that the last run wrote, where it is intact; NULL where not. */
const char *output_read_old(struct output *output, struct arena *arena, const char *path, size_t *size);

/* Where a file stands that the last run wrote, and what was noted of it; NULLs where it is not intact. */
struct old_file {
    const char *path;
    const char *note;
};
struct old_file output_old(struct output *output, const char *path);

/*
 * A path for a file that is needed for a while, in the hidden folder: should this run be killed, the next one
 * removes it. It has to be gone before the site is finished; output_take sees to that.
 */
const char *output_scratch(struct output *output, const char *name);

/* Makes such a file a file of the site, like output_write but without holding it in memory. */
void output_take(struct output *output, const struct output_file *file, const char *name);

/*
 * Of the files that the last run wrote and whose paths end in `suffix`: how many there were, and which this run has not
 * added, by path. For the end, when all are added.
 */
size_t output_had(const struct output *output, const char *suffix);
struct string_list output_lost(struct output *output, struct arena *arena, const char *suffix);

/* Something else went wrong while the site was made: it will not be put in place. */
void output_fail(struct output *output, const char *problem);

/* The same: what could not be done, about what, and why (an errno). */
void output_fail_for(struct output *output, const char *what, const char *about, int reason);

/* While a run looks at the folders or renames them, no other run does: it waits, for the moment that this takes. */
void output_begin_moment(const struct output *output);
void output_end_moment(const struct output *output);

/* Releases it; a site that was not finished is thrown away. */
void output_close(struct output *output);

#endif
