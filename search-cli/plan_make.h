#ifndef SEARCH_CLI_PLAN_MAKE_H
#define SEARCH_CLI_PLAN_MAKE_H

/* From a query to its plan in one catalogue: words by plan_words.h, filters by plan_filters.h. */

#include "indexer/base/arena.h"
#include "indexer/index/index.h"
#include "indexer/index/tokens.h"
#include "search-cli/plan.h"
#include "search-cli/query.h"

/*
 * Makes the plan of a query. Lives in the arena. `root` is changed: a field's
 * values that are no terms become words.
 */
struct plan plan_make(struct index *index, struct tokenizer *tokenizer, struct arena *arena, struct query *query);

#endif
