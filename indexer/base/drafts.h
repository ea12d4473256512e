#ifndef INDEXER_BASE_DRAFTS_H
#define INDEXER_BASE_DRAFTS_H

/* Texts that are to be read in place of files: what was mended, and is not written yet. */

#include <stddef.h>

#include "indexer/base/arena.h"

struct draft {
    const char *path; /* as problems name the file */
    const char *data;
    size_t size;
};

struct drafts {
    struct draft *items;
    size_t count;
    size_t capacity;
};

/* The draft of a file, or NULL, also when there are no drafts at all (NULL). */
const struct draft *drafts_find(const struct drafts *drafts, const char *path);

/* Takes the place of the draft that the file had. The path and the text are not copied. */
void drafts_put(struct arena *arena, struct drafts *drafts, struct draft draft);

#endif
