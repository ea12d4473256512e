#ifndef INDEXER_INDEX_INVERTED_H
#define INDEXER_INDEX_INVERTED_H

/*
 * The full-text index from the side of its words: every term (a stem, as FTS5
 * keeps it) and all the places where it stands. It is read from FTS5 itself.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/index/index.h"

struct inverted_place {
    uint32_t row;
    uint32_t column; /* of the search table, from 0 */
    uint32_t offset; /* in words from the start of the column */
};

/*
 * Calls `each` for every term, in byte order, with its places by row, column and offset. The
 * arguments are valid during the call. False when the index failed, now or before: then not all terms came.
 */
bool inverted_walk(struct index *index,
                   void (*each)(void *context, const char *term, struct inverted_place *places, size_t count),
                   void *context);

#endif
