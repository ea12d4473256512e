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

/*
 * Reports e-mail addresses, phone numbers and NHS numbers, and warns of tables made with bars. An NHS number is ten
 * digits with the right check digit, together or as 3-3-4 with blanks or hyphens: other digits are years and counts.
 */
void prose_check(const char *data, size_t size, size_t first_line, struct diagnostics *diagnostics);

/* The same for a text of the front matter, without tables; everything is reported at the text's own place. */
void prose_check_words(const char *text, struct place place, struct diagnostics *diagnostics);

#endif
