#ifndef SEARCH_CLI_PLAN_FILTERS_H
#define SEARCH_CLI_PLAN_FILTERS_H

/* The filters of a query in one catalogue: which terms are meant, and which rows have them. */

#include "indexer/base/arena.h"
#include "indexer/index/index.h"
#include "search-cli/plan.h"
#include "search-cli/query_tree.h"

/*
 * Goes through the tree once: a value may be a term's id or its label; values
 * that are neither become words in the place of the filter (or are left out,
 * when others of the same filter are terms). What was not a term is noted.
 */
void plan_resolve(struct index *index, struct arena *arena, struct query_node *node, struct string_list *notes);

/* The rows that a resolved QUERY_TERMS or QUERY_RANGE lets through. */
struct bitset plan_filter_rows(struct index *index, struct arena *arena, const struct query_node *node);

/* The place of a field in `facets`, or PLAN_NO_FACET. */
size_t plan_facet(const char *field);

/* The term of a facet that is meant by a value (id or label, any case), or NULL. */
const char *plan_term_find(struct index *index, const struct facet *facet, const char *value);

/* The id nearest to a value that is no term, or NULL. */
const char *plan_term_nearest(struct index *index, struct arena *arena, const struct facet *facet, const char *value);

#endif
