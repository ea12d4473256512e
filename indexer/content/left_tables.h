#ifndef INDEXER_CONTENT_LEFT_TABLES_H
#define INDEXER_CONTENT_LEFT_TABLES_H

/* Tables pasted from a program of its own: tabs or wide gaps part the cells, and the lines run together. */

#include "indexer/content/left_parts.h"

/* Tells a table that begins in this block or goes on in up to `blocks` that follow it. Returns how many it has, or 0. */
size_t left_tables(const struct looking *looking, size_t blocks);

#endif
