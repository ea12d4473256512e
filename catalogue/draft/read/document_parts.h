#ifndef CATALOGUE_DRAFT_READ_DOCUMENT_PARTS_H
#define CATALOGUE_DRAFT_READ_DOCUMENT_PARTS_H

/*
 * A document cut at its headings. A heading is what Markdown takes for one, and a usual one (headings.h) that stands in
 * bold, alone, or before a colon at the start of a paragraph, as in e-mails and Word files.
 */

#include <stddef.h>

#include "indexer/base/arena.h"

enum { PART_LABEL = 7 };

struct document_part {
    const char *heading; /* its words as Markdown; "" of what stands before the first */
    unsigned level;      /* 1 to 6; 0 before the first, PART_LABEL of what only stands like one */
    const char *text;    /* without empty lines around */
};

struct document_parts {
    struct document_part *items; /* the first is what stands before the first heading */
    size_t count;
    size_t capacity;
};

/* All lives in the arena. */
struct document_parts document_parts(struct arena *arena, const char *markdown);

#endif
