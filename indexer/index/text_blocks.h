#ifndef INDEXER_INDEX_TEXT_BLOCKS_H
#define INDEXER_INDEX_TEXT_BLOCKS_H

/*
 * The full-text index of a copy whose rows are numbered from 1 on without a gap, so that it depends on the texts
 * alone and can be made in parts. FTS5 keeps its index as segments, each a whole index of some rows, and how they come
 * about depends on what has happened. Here the rows are cut into at most 16 blocks, and each block is a segment: FTS5
 * makes it in a table of its own, from which its pages are taken over as they are. A block whose texts are as they
 * were need not be made again.
 *
 * The pages are the tables search_data and search_idx behind the virtual table `search`; their form is a file format
 * that FTS5 keeps, and a test lets FTS5 check what was put together here.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/bitset.h"
#include "indexer/index/index.h"

/* Before anything else is done with the copy, which from then on takes texts and pages as rows. */
bool text_blocks_open(struct index *copy);

/*
 * Makes the blocks of which a row has changed, from the texts in search_content and their lengths in search_docsize,
 * of `count` rows in all. Outside of any transaction. False when the index failed.
 */
bool text_blocks_make(struct index *copy, const struct bitset *changed, size_t count);

#endif
