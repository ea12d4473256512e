#ifndef SEARCH_CLI_WAYS_OUT_H
#define SEARCH_CLI_WAYS_OUT_H

/*
 * Out of a dead end: where a search finds nothing, the searches beside it that find something. Each leaves one thing out of
 * what must hold: a filter, a field, a sign, the quotation marks around a phrase; words alone only rank.
 */

#include "search-cli/search.h"

/*
 * Gives the answer to a request that found nothing its ways out, in the order of the query, then of the filters; each finds
 * something. There are none of a query of more than 256 bytes, nor when the index failed.
 */
void ways_out_find(struct index *index, struct arena *arena, const struct search_request *request,
                   struct search_answer *answer);

#endif
