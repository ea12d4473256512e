#ifndef INDEXER_CONTENT_MEND_H
#define INDEXER_CONTENT_MEND_H

/*
 * A file with every edit done that changes nothing its author said, in memory. Edits that touch each other, and
 * those of problems that others hid, are done in further rounds. A round that would leave more errors than it found is
 * not done, so that what comes out is never worse than what went in.
 */

#include "indexer/base/arena.h"
#include "indexer/content/case_check.h"

struct mended {
    const char *data; /* what was given, where nothing is to be done */
    size_t size;
    size_t count; /* of the edits */
};

/* Says what is wrong with a text. */
struct mend_checker {
    void (*check)(const void *context, struct arena *arena, const char *data, size_t size, struct diagnostics *found);
    const void *context;
};

/* Everything lives in the arena. */
struct mended mend_text(struct arena *arena, const char *data, size_t size, const struct mend_checker *checker);

/* The same of a case study. `path` is the file as it is shown. */
struct mended mend_case(struct arena *arena, const char *path, const char *data, size_t size,
                        const struct case_context *context);

/* A file that --fix would write otherwise. */
struct mended_file {
    const char *shown; /* its name as it is told, and as it is opened */
    const char *path;
    const char *before;
    size_t before_size;
    const char *after;
    size_t after_size;
    size_t count; /* of the edits */
};

struct mended_files {
    struct arena *arena; /* in which they live */
    struct mended_file *items;
    size_t count;
    size_t capacity;
};

/* Adds copies of all, unless nothing was done. */
void mended_files_add(struct mended_files *files, const char *shown, const char *path, const char *before,
                      size_t before_size, const struct mended *mended);

#endif
