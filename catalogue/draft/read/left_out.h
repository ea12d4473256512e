#ifndef CATALOGUE_DRAFT_READ_LEFT_OUT_H
#define CATALOGUE_DRAFT_READ_LEFT_OUT_H

/* What of a document does not become a part of the case study, and why: nothing goes without being told. It starts as {0}. */

#include <stddef.h>

#include "indexer/base/arena.h"

struct left_out_item {
    const char *why;   /* "an e-mail address" */
    const char *words; /* as readers of the document saw them; never "" */
};

struct left_out {
    struct left_out_item *items;
    size_t count;
    size_t capacity;
};

/* Adds a copy of the words, each blank and line end as one blank; nothing where they are blank. `why` is not copied. */
void left_out_add(struct arena *arena, struct left_out *left_out, const char *why, const char *words, size_t size);

#endif
