#ifndef SEARCH_CLI_PRESENT_FINDINGS_TABLE_H
#define SEARCH_CLI_PRESENT_FINDINGS_TABLE_H

/*
 * The figures that are not main ones as a table for a terminal, in place of their sentences: what was measured, both
 * sides, the effect with its range and what may be said of it, and below each row its small print. Its cells are pieces
 * of the sentences.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/text.h"
#include "search-cli/present/facts.h"

/* Whether a table tells more at a glance than these sentences: from two on, where there is room. */
bool findings_table_helps(const struct fact *told, size_t width);

/* `told` is the fact of the sentences, one for each of these outcomes. */
void findings_table(struct text *out, const struct facts *facts, const struct fact *told, size_t width);

#endif
