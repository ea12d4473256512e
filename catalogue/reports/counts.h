#ifndef CATALOGUE_REPORTS_COUNTS_H
#define CATALOGUE_REPORTS_COUNTS_H

/* How many case studies each term of a facet has. Terms come in the order of their vocabulary, empty ones too. */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/bitset.h"
#include "indexer/content/facets.h"
#include "indexer/content/fields.h"
#include "indexer/content/vocabulary.h"
#include "indexer/index/index.h"

struct term_count {
    const struct term *term;
    struct bitset rows; /* the cases counted */
    size_t count;
};

struct term_counts {
    const struct facet *facet;
    struct term_count *items;
    size_t count;
    size_t largest; /* the highest of the counts */
};

/* Counts the cases within a set of rows. */
struct term_counts counts_read(struct index *index, struct arena *arena, const struct facet *facet,
                               const struct bitset *within);

/* The terms with the most cases first, those with as many by label; at most `limit`, none that is empty. */
struct term_counts counts_top(struct arena *arena, const struct term_counts *counts, size_t limit);

#endif
