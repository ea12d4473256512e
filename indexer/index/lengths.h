#ifndef INDEXER_INDEX_LENGTHS_H
#define INDEXER_INDEX_LENGTHS_H

/*
 * How many words each column of each row has (table `lengths`). A block of
 * rows is read when one of them is first asked for, so that few hits cost
 * little and many cost one pass.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"
#include "indexer/index/index.h"
#include "indexer/index/search_text.h"

/* Rows of a block; with 16 bytes a row a block fits into a page. Larger block numbers are no index of ours. */
enum { LENGTHS_BLOCK = 128, LENGTHS_BLOCK_LAST = 32767 };

struct lengths;

/* For rows up to `last`; nothing is read yet. Lives in the arena, while the index is open. */
struct lengths *lengths_of(struct index *index, struct arena *arena, size_t last);

/* The four numbers of a row, which the index named; zeros for one beyond the last, and when the index failed. */
const uint32_t *lengths_at(struct lengths *lengths, size_t row);

/* The same as FTS5 keeps it of one row: a number of variable length for each column. False for anything else. */
bool lengths_decode(const unsigned char *data, size_t size, uint32_t lengths[TEXT_COLUMNS]);

#endif
