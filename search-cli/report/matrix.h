#ifndef CATALOGUE_REPORTS_MATRIX_H
#define CATALOGUE_REPORTS_MATRIX_H

/*
 * The gap map: two facets crossed, and for every pair how many case studies
 * there are, how well the best of them is known, and what came of them. A pair
 * without any is a gap and is kept. Rows and columns are terms, or groups of terms.
 * All is worked out from counts (counts.h); nothing is read.
 */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/bitset.h"
#include "indexer/content/facets.h"
#include "indexer/content/vocabulary.h"
#include "search-cli/counts.h"

/* One row or column: a term, or a group, which has the cases of all its terms. */
struct matrix_entry {
    const char *id;
    const char *label;
    const char *group; /* of a term; "" for a group */
    struct bitset rows;
    size_t count;
};

struct matrix_axis {
    const struct facet *facet;
    struct matrix_entry *entries;
    size_t count;
};

/* What came of the cases of a cell: the terms of `result` that say a direction; the rest is not known. */
struct matrix_cell {
    struct bitset rows;
    size_t count;
    const char *best_evidence; /* the id of the highest level, "e3"; NULL without cases */
    size_t better, mixed, no_effect, worse, not_known;
};

struct matrix {
    struct matrix_axis across; /* the columns */
    struct matrix_axis down;   /* the rows */
    struct matrix_cell *cells; /* cells[row * across.count + column] */
    size_t total;              /* cases looked at */
};

/* An axis of all terms of a facet, of those of one group (NULL: all), or of its groups. It shares the counts' sets. */
struct matrix_axis matrix_terms(struct arena *arena, const struct term_counts *counts, const char *group);
struct matrix_axis matrix_groups(struct arena *arena, const struct term_counts *counts,
                                 const struct vocabularies *vocabularies);

/* What the cells of `total` cases say besides their counts. */
struct matrix_outcomes {
    const struct term_counts *results;
    const struct term_counts *evidence;
    size_t total;
};

struct matrix matrix_cross(struct arena *arena, struct matrix_axis down, struct matrix_axis across,
                           const struct matrix_outcomes *outcomes);

const struct matrix_cell *matrix_at(const struct matrix *matrix, size_t row, size_t column);

/*
 * The pairs without a case study where one would be expected most: those whose row and column have the most cases by
 * themselves (the product of both counts, as if they were independent), largest first, at most `most`. `of` is how many
 * pairs have none.
 */
struct matrix_hole {
    size_t row, column;
};
struct matrix_holes {
    struct matrix_hole *items;
    size_t count;
    size_t of;
};
struct matrix_holes matrix_holes(struct arena *arena, const struct matrix *matrix, size_t most);

#endif
