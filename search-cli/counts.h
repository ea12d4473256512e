#ifndef SEARCH_CLI_COUNTS_H
#define SEARCH_CLI_COUNTS_H

/*
 * How many case studies of a set have each term of a facet: for searches, reports and pages alike. Terms come in the
 * order of their vocabulary; those that none has are there too, with 0.
 */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/bitset.h"
#include "indexer/content/facets.h"
#include "indexer/content/vocabulary.h"
#include "indexer/index/index.h"

struct term_count {
    const struct term *term; /* of the index, while it is open */
    struct bitset rows;      /* the cases counted; after counts_quick there may be none */
    size_t count;
};

struct term_counts {
    const struct facet *facet;
    struct term_count *items;
    size_t count;
    size_t largest; /* the highest of the counts */
};

/* Counts the cases within a set of rows, and says which they are. */
struct term_counts counts_read(struct index *index, struct arena *arena, const struct facet *facet,
                               const struct bitset *within);

/* The same figures, and no rows that one may count on; less is read for them where the set is small. */
struct term_counts counts_quick(struct index *index, struct arena *arena, const struct facet *facet,
                                const struct bitset *within);

/* The counts of fewer cases, from those of more: nothing is read. */
struct term_counts counts_within(struct arena *arena, const struct term_counts *counts, const struct bitset *within);

/*
 * Among counts of every facet in the order of `facets`: those of a facet by its key; the rows that have any of these
 * terms of it (a list that ends with NULL), in the arena.
 */
const struct term_counts *counts_of(const struct term_counts *counts, const char *facet);
struct bitset counts_any(struct arena *arena, const struct term_counts *counts, const char *facet,
                         const char *const *terms);

/* The same counts, the largest first, equal ones in the order of the vocabulary; for reading. */
struct term_counts counts_sorted(struct arena *arena, const struct term_counts *counts);

/* The terms with the most cases first, those with as many by label; at most `limit`, none that is empty. */
struct term_counts counts_top(struct arena *arena, const struct term_counts *counts, size_t limit);

#endif
