#ifndef SEARCH_CLI_MATCH_H
#define SEARCH_CLI_MATCH_H

/*
 * Which cases answer a plan. Filters, phrases and signed words must hold; of
 * the plain words, a case may hold all (then it is one of the `total`) or some
 * (`related`).
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/bitset.h"
#include "search-cli/collect.h"
#include "search-cli/plan.h"
#include "search-cli/rank.h"

struct match {
    size_t row;
    size_t collected; /* place in collected->rows, or SIZE_MAX when no word was hit */
    double score;
    bool all;
};

struct matches {
    struct match *items; /* by row */
    size_t count;
    size_t capacity;
    size_t total;
    size_t related;
    struct bitset all; /* rows */
    struct bitset some;
    /* The same for each facet as if the query had no filter on it; used only where filtered[facet]. */
    bool filtered[FACET_COUNT];
    struct bitset all_without[FACET_COUNT];
    struct bitset some_without[FACET_COUNT];
};

/* Looks only at `visible` rows. */
struct matches matches_find(struct arena *arena, const struct ranking *ranking, const struct collected *collected,
                            const struct bitset *visible);

/* Whether the plan has words to rank by. */
bool plan_ranks(const struct plan *plan);

#endif
