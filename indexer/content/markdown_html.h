#ifndef INDEXER_CONTENT_MARKDOWN_HTML_H
#define INDEXER_CONTENT_MARKDOWN_HTML_H

/* HTML in the text, which is refused, and what Markdown has in its place. */

#include "indexer/content/markdown_parts.h"

void markdown_read_html(struct markdown_reader *reader, cmark_node *node);

#endif
