#ifndef CATALOGUE_QUERY_OPTIONS_H
#define CATALOGUE_QUERY_OPTIONS_H

/* What the commands that ask the index share: the query on the command line, the options of facets, ids. */

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/command.h"
#include "search-cli/search.h"

/*
 * The query of the arguments, joined by spaces, and the options of facets. The index says
 * which terms there are; a term that it does not have is a complaint and false.
 */
bool query_options_request(struct invocation *invocation, const char *query, struct search_request *request);

/* The arguments joined by spaces. */
const char *query_options_query(struct invocation *invocation);

/* Complains that an id is not in the index, with the nearest one that is; returns the status to leave with. */
enum exit_status query_options_no_case(struct invocation *invocation, const char *id);

#endif
