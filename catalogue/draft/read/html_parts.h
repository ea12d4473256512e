#ifndef CATALOGUE_DRAFT_READ_HTML_PARTS_H
#define CATALOGUE_DRAFT_READ_HTML_PARTS_H

/* Which parts of a page are its text, and which stand around it. */

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/draft/read/html_tree.h"
#include "indexer/base/text.h"

/* The part that the page itself marks as its main one, or its only article; else the whole tree. */
const struct html_node *html_main(const struct html_tree *tree);

/* Why an element is no part of the text ("navigation"), or NULL when it is one. */
const char *html_around(const struct html_node *node);

/* Adds the words of an element and of all in it; nothing of `but`, which may be NULL. */
void html_words(struct text *out, const struct html_node *part, const struct html_node *but);

/* Whether a table sets out a page and holds no rows of data. */
bool html_is_layout(const struct html_node *table);

/* The first element of a kind in a part, or NULL. */
const struct html_node *html_find(const struct html_node *part, enum html_kind kind);

/* The row that begins a table or follows another in it, through thead and tbody; NULL behind the last. */
const struct html_node *html_row_after(const struct html_node *table, const struct html_node *row);

#endif
