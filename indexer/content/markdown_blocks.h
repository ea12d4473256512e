#ifndef INDEXER_CONTENT_MARKDOWN_BLOCKS_H
#define INDEXER_CONTENT_MARKDOWN_BLOCKS_H

#include "indexer/content/markdown_parts.h"

/* Takes down the blocks of a text as readers see them (markdown_body.h), into the reader's body. */
void markdown_read_blocks(struct markdown_reader *reader, cmark_node *document);

#endif
