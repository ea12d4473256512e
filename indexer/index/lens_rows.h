#ifndef INDEXER_INDEX_LENS_ROWS_H
#define INDEXER_INDEX_LENS_ROWS_H

/* The lenses in the index (tables `lenses` and `lens_cells`). */

#include <stdbool.h>

#include "indexer/content/lens.h"
#include "indexer/index/index.h"

/* Puts them in place of those that are there; false when the database failed. */
bool lens_rows_store(struct index *index, const struct lenses *lenses);

/* All of them by id, in the arena. */
struct lenses lens_rows_all(struct index *index, struct arena *arena);

#endif
