#ifndef SEARCH_CLI_PLAN_RESOLVE_H
#define SEARCH_CLI_PLAN_RESOLVE_H

/* The filters of a query in one catalogue: which terms and which parts of case studies are meant. */

#include "search-cli/plan_terms.h"
#include "search-cli/query_tree.h"

enum { PLAN_LABEL_WORDS_MAX = 4 /* of a label that is read as one value without quotation marks */ };

/*
 * Goes through the tree once: a value may be a term's id or its label, also over several words (region:north west);
 * what is another name of one term is that term. Values that are neither become words in the place of the filter
 * (or are left out, when others of the same filter are terms). What was not a term as it stands is noted.
 */
void plan_resolve(const struct term_finder *finder, struct query_node *node, struct string_list *notes);

#endif
