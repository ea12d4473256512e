#ifndef INDEXER_CONTENT_MARKDOWN_LINKS_H
#define INDEXER_CONTENT_MARKDOWN_LINKS_H

/* Links and images in a text: what is not allowed is reported, and leads nowhere. */

#include "indexer/content/markdown_parts.h"

void markdown_read_link(struct markdown_reader *reader, cmark_node *node);
void markdown_read_image(struct markdown_reader *reader, cmark_node *node);

#endif
