#ifndef SEARCH_CLI_PLAN_LEAF_H
#define SEARCH_CLI_PLAN_LEAF_H

/* The leaves of a plan: what the full-text index is asked for, each once. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "search-cli/plan.h"

/* The leaf of these words, added if it is new; PLAN_LEAVES_MAX when there are too many. */
size_t plan_leaf_add(struct arena *arena, struct plan *plan, const char *text, const char *stems, bool prefix);

#endif
