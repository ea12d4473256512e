#ifndef SEARCH_CLI_FACET_COUNTS_H
#define SEARCH_CLI_FACET_COUNTS_H

/* How many cases of a set have each term of a facet. Terms that none has are there too, with 0. */

#include "indexer/base/arena.h"
#include "indexer/base/bitset.h"
#include "indexer/index/index.h"
#include "search-cli/search.h"

struct search_facet facet_counts(struct index *index, struct arena *arena, const struct facet *facet,
                                 const struct bitset *rows);

/* The same counts, the largest first, equal ones in the order of the vocabulary; for reading. */
struct search_facet facet_counts_sorted(struct arena *arena, const struct search_facet *facet);

#endif
