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

/*
 * The id that is meant by one that was typed: itself, or the only one that it is the beginning of. NULL, with the status
 * to leave with, after a complaint that names the nearest, or those that begin so; or when the index failed.
 */
const char *query_options_id(struct invocation *invocation, const char *typed, enum exit_status *status);

/*
 * The arguments as ids, each as it was typed; for "-" the first word of each line of standard input, or of what ends
 * with NUL. False after a complaint: it could not be read.
 */
bool query_options_ids(struct invocation *invocation, struct string_list *ids);

/* Whether --since is a year, a month or a day; NULL is not given. False after a complaint. */
bool query_options_date(struct invocation *invocation, const char *date);

#endif
