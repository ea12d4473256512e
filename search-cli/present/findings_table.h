#ifndef SEARCH_CLI_PRESENT_FINDINGS_TABLE_H
#define SEARCH_CLI_PRESENT_FINDINGS_TABLE_H

/*
 * A summary of findings for a terminal: for each outcome with figures what was measured, both sides, the effect with its
 * range, and what may be said of it. Its cells are pieces of the sentences.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/text.h"
#include "search-cli/present/facts.h"

/* Whether a table tells more at a glance than the sentences: from two outcomes on, where there is room. */
bool findings_table_helps(const struct facts *facts, size_t width);

void findings_table(struct text *out, const struct facts *facts, size_t width);

#endif
