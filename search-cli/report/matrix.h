#ifndef CATALOGUE_REPORTS_MATRIX_H
#define CATALOGUE_REPORTS_MATRIX_H

/*
 * The gap map: two facets crossed, and for every pair how many case studies
 * there are, how well the best of them is known, and what came of them. A pair
 * without any is a gap and is kept. Rows and columns are terms, or groups of terms.
 * All is worked out from counts (counts.h); nothing is read.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/bitset.h"
#include "indexer/content/facets.h"
#include "indexer/content/vocabulary.h"
#include "search-cli/counts.h"
#include "search-cli/report/tally.h"

/* One row or column: a term, or a group, which has the cases of all its terms. */
struct matrix_entry {
    const char *id;
    const char *label;
    const char *group; /* of a term; "" for a group */
    bool first;        /* a pair of two such that has no case is named first */
    struct bitset rows;
    size_t count;
};

struct matrix_axis {
    const struct facet *facet;
    struct matrix_entry *entries;
    size_t count;
};

struct matrix_cell {
    struct bitset rows;
    struct tally tally;
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

/* Crosses two axes; the counts, of every facet, say what came of the cases of each pair. `total` cases are looked at. */
struct matrix matrix_cross(struct arena *arena, struct matrix_axis down, struct matrix_axis across,
                           const struct term_counts *counts, size_t total);

const struct matrix_cell *matrix_at(const struct matrix *matrix, size_t row, size_t column);

/*
 * The pairs without a case study, those first that are known to matter (the vocabulary marks row and column as `first`),
 * and among equals those where one would be expected most: whose row and column have the most cases by themselves (the
 * product of both counts, as if they were independent). At most `most`; `of` is how many pairs have none, `first` how
 * many of those matter. A pair of a term with itself is none.
 */
struct matrix_hole {
    size_t row, column;
};
struct matrix_holes {
    struct matrix_hole *items;
    size_t count;
    size_t pairs; /* that there can be */
    size_t of;
    size_t first;
};
struct matrix_holes matrix_holes(struct arena *arena, const struct matrix *matrix, size_t most);

#endif
