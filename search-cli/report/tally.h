#ifndef SEARCH_CLI_REPORT_TALLY_H
#define SEARCH_CLI_REPORT_TALLY_H

/*
 * What a set of case studies says together: how many there are, how well the best is known, what came of them, and what
 * became of the gap. Each case is counted in one direction and in one effect on the gap. The gap map, lenses, briefings
 * and the home page all count here; nothing is read, the sets of the terms are handed in.
 */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/bitset.h"
#include "search-cli/counts.h"

/* What came of a case, by its term of `result`; a term that names no direction is not known. */
enum direction { BETTER, MIXED, NO_DIFFERENCE, WORSE, NOT_DELIVERED, NOT_KNOWN, DIRECTIONS };

/* What became of the gap, by the term of `gap_effect`. */
enum gap_effect { GAP_FELL, GAP_STAYED, GAP_ROSE, GAP_BOTH, GAP_UNMEASURED, GAP_EFFECTS };

/* How one of these is told: "no_difference", "no difference shown". The term is that of the vocabulary; NULL for the rest. */
struct tally_kind {
    const char *key;
    const char *words;
    const char *term;
};
extern const struct tally_kind directions[DIRECTIONS];
extern const struct tally_kind gap_effects[GAP_EFFECTS];

struct tally {
    size_t count;
    const char
        *best_evidence; /* the id of the highest level, "e3"; NULL without cases, "" when an index has lost them */
    size_t directions[DIRECTIONS];
    size_t gaps[GAP_EFFECTS];
};

/* Which cases have which term: counts of every facet, in the order of `facets`, with their rows (counts_read). */
struct tally tally_of(const struct term_counts *counts, const struct bitset *rows);

/* "3 better, 1 mixed, 2 not known"; what none came to is left out, "" without cases. */
const char *tally_directions(struct arena *arena, const struct tally *tally);

/* "2 narrowed, 1 widened, 5 not measured" */
const char *tally_gaps(struct arena *arena, const struct tally *tally);

#endif
