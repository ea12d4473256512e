#ifndef SEARCH_CLI_ORDER_H
#define SEARCH_CLI_ORDER_H

/* Which of the matches are shown, and in what order: those with all the words first, ties by id. */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/index/index.h"
#include "indexer/index/queries.h"
#include "search-cli/match.h"

struct ordered {
    const struct match **items;
    size_t count;
};

/* The matches from `offset`, at most `limit` (0: all), by score; ids are looked up only where scores are equal. */
struct ordered order_by_score(struct index *index, struct arena *arena, const struct matches *matches, size_t limit,
                              size_t offset);

/* The same in an order that the index keeps. */
struct ordered order_by_case(struct index *index, struct arena *arena, const struct matches *matches,
                             enum case_order order, size_t limit, size_t offset);

#endif
