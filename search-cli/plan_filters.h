#ifndef SEARCH_CLI_PLAN_FILTERS_H
#define SEARCH_CLI_PLAN_FILTERS_H

/* Which rows the filters of a query let through. */

#include "search-cli/plan.h"
#include "search-cli/plan_terms.h"
#include "search-cli/query_tree.h"

/*
 * The rows that a QUERY_TERMS or QUERY_RANGE lets through after plan_resolve. Words that no title or place has, and
 * beginnings that no id has, are noted.
 */
struct bitset plan_filter_rows(const struct term_finder *finder, const struct query_node *node,
                               struct string_list *notes);

/* The place of a field in `facets`, or PLAN_NO_FACET. */
size_t plan_facet(const char *field);

/* The place of a term in its vocabulary, or `fallback`. */
size_t plan_position(const struct vocabulary *vocabulary, const char *id, size_t fallback);

#endif
