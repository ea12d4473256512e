#ifndef CATALOGUE_REPORTS_COUNTS_H
#define CATALOGUE_REPORTS_COUNTS_H

/* What else is made of the counts of a facet's terms. */

#include "search-cli/counts.h"

/* The terms with the most cases first, those with as many by label; at most `limit`, none that is empty. */
struct term_counts counts_top(struct arena *arena, const struct term_counts *counts, size_t limit);

#endif
