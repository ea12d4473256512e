#ifndef SEARCH_CLI_REPORT_QUERY_TITLE_H
#define SEARCH_CLI_REPORT_QUERY_TITLE_H

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/content/vocabulary.h"

/*
 * A query as a title. One that asks for terms alone is told by their labels: `priority_areas:maternity -stage:ended` is
 * "Maternity, not Stage: Ended"; any other as it was typed. It lives in the arena.
 */
const char *query_title(struct arena *arena, const struct vocabularies *vocabularies, const char *data, size_t size);

#endif
