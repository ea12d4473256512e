#ifndef INDEXER_CONTENT_LEFT_LISTS_H
#define INDEXER_CONTENT_LEFT_LISTS_H

/* Lists that are none: the signs are shown and the lines run together. */

#include "indexer/content/left_parts.h"

/* Tells a list that begins in this block or one of up to `blocks` that follow it. Returns how many blocks it has, or 0. */
size_t left_lists(const struct looking *looking, size_t blocks);

/* A box of code that four blanks or a tab at the start of its lines made. */
void left_indented(const struct looking *looking);

#endif
