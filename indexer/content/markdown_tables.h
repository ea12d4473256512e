#ifndef INDEXER_CONTENT_MARKDOWN_TABLES_H
#define INDEXER_CONTENT_MARKDOWN_TABLES_H

/* Tables made with bars, which CommonMark does not have. */

#include "indexer/base/text.h"
#include "indexer/content/markdown_parts.h"

/* Makes tables of paragraphs with bars and a line of hyphens; reports those that cannot be one. */
void markdown_make_tables(struct markdown_reader *reader, cmark_node *document);

/* In rendered HTML: a table does not stand in a paragraph, and what may scroll can be reached with the keyboard. */
void markdown_finish_html(struct text *html);

#endif
