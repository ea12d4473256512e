#ifndef SEARCH_CLI_PRESENT_TABLE_H
#define SEARCH_CLI_PRESENT_TABLE_H

/* Cells side by side in a terminal, each folded to the width of its column. */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"
#include "indexer/base/text.h"

enum { TABLE_GAP = 2, TABLE_COLUMNS_MOST = 6 };

/* A text folded to a width, as lines for a row. */
struct string_list table_fold(struct arena *arena, const char *text, size_t width);

/* One row: the lines of each cell below each other, a gap between columns. What is wider than its column stays whole. */
void table_row(struct text *out, const struct string_list *cells, const size_t *widths, size_t count);

#endif
