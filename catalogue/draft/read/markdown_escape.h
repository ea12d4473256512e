#ifndef CATALOGUE_DRAFT_READ_MARKDOWN_ESCAPE_H
#define CATALOGUE_DRAFT_READ_MARKDOWN_ESCAPE_H

/* Plain words as Markdown that shows them as they are. */

#include <stddef.h>

#include "indexer/base/text.h"

/* Adds words of a line; `before` is the byte before them, or '\0'. */
void markdown_escape(struct text *out, const char *words, size_t size, char before);

/* Adds a line of Markdown so that nothing at its beginning makes a heading, a list or a quotation of it. */
void markdown_escape_line(struct text *out, const char *line, size_t size);

/* Bytes of the bullet of another program that a line begins with, and of the blanks behind it; 0 where it has none. */
size_t markdown_bullet(const char *line, size_t size);

/* Adds a web address between ( and ). */
void markdown_escape_address(struct text *out, const char *address);

#endif
