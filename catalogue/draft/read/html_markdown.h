#ifndef CATALOGUE_DRAFT_READ_HTML_MARKDOWN_H
#define CATALOGUE_DRAFT_READ_HTML_MARKDOWN_H

/*
 * The text of an HTML page as Markdown: headings, paragraphs, lists, tables as lists, links with their address, pictures
 * and what is embedded named in brackets. What is of the page and not of its text (navigation, a banner about cookies, a
 * foot, forms, and where the page marks its main part all around that) is left out and told.
 */

#include "catalogue/draft/read/html_tree.h"
#include "catalogue/draft/read/left_out.h"
#include "indexer/base/arena.h"

/* The Markdown lives in the arena. */
const char *html_markdown(struct arena *arena, const struct html_tree *tree, struct left_out *left_out);

#endif
