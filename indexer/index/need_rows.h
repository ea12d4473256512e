#ifndef INDEXER_INDEX_NEED_ROWS_H
#define INDEXER_INDEX_NEED_ROWS_H

/* The needs that the owner of a catalogue states, in the index (table `needs`). */

#include <stdbool.h>

#include "indexer/content/needs.h"
#include "indexer/index/index.h"

/* Puts them in place of those that are there; false when the database failed. */
bool need_rows_store(struct index *index, const struct needs *needs);

/* All of them in the order of their file, in the arena. */
struct needs need_rows_all(struct index *index, struct arena *arena);

#endif
