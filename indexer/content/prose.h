#ifndef INDEXER_CONTENT_PROSE_H
#define INDEXER_CONTENT_PROSE_H

/* What is looked for in the Markdown of a body as it was typed, before any parser sees it. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/diagnostics.h"

/*
 * False after a report when the text would make cmark slow: nesting of quotations
 * and lists deeper than 100, or more than 500 image marks (![).
 */
bool prose_guard(const char *data, size_t size, size_t first_line, struct diagnostics *diagnostics);

#endif
