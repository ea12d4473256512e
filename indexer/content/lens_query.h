#ifndef INDEXER_CONTENT_LENS_QUERY_H
#define INDEXER_CONTENT_LENS_QUERY_H

/*
 * The fields and terms that a query in a file names. Queries that people type are never wrong; those of a lens stand in
 * a file, where a term that is not there would be an empty answer for ever.
 */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/vocabulary.h"

/* Reports `field:term` with an unknown field or term, at the place of the whole query. Phrases are words. */
void lens_query_check(struct arena *arena, const char *query, struct place place,
                      const struct vocabularies *vocabularies, struct diagnostics *diagnostics);

#endif
