#ifndef INDEXER_CONTENT_MARKDOWN_ENTITIES_H
#define INDEXER_CONTENT_MARKDOWN_ENTITIES_H

/*
 * Entities (&#8238;) that make what no page shows: control characters and what is no character, which readers would get
 * as �, and characters that nobody sees, which are left out.
 */

#include "indexer/content/markdown_parts.h"

/* Tells those in the words of a text node, as cmark read them: all that they are more than the line has as it was typed. */
void markdown_tell_entities(struct markdown_reader *reader, cmark_node *node, const char *words);

#endif
