#ifndef CATALOGUE_ASKING_H
#define CATALOGUE_ASKING_H

/* What the commands that ask the index share: the query on the command line, the options of facets, the terminal. */

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/command.h"
#include "search-cli/search.h"

/*
 * The query of the arguments, joined by spaces, and the options of facets. The index says
 * which terms there are; a term that it does not have is a complaint and false.
 */
bool asking_request(struct invocation *invocation, struct index *index, const char *query,
                    struct search_request *request);

/* The arguments joined by spaces. */
const char *asking_query(struct invocation *invocation);

/* The columns of the terminal on stdout ($COLUMNS, else what it says), and 80 where there is none. */
size_t asking_width(void);

/* Complains that an id is not in the index, with the nearest one that is; returns the status to leave with. */
enum exit_status asking_no_case(struct invocation *invocation, struct index *index, const char *id);

#endif
