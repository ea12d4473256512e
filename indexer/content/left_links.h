#ifndef INDEXER_CONTENT_LEFT_LINKS_H
#define INDEXER_CONTENT_LEFT_LINKS_H

/* Links and images that are none, because a bracket, a blank or the order of their parts is wrong; bare addresses. */

#include "indexer/content/left_parts.h"

void left_links(const struct looking *looking);

/* An address without its blanks: as %20, and for a file of ours as hyphens in small letters. */
const char *left_mended_address(struct arena *arena, const char *address, size_t size, bool is_file);

#endif
