#ifndef INDEXER_INDEX_LENS_ROWS_H
#define INDEXER_INDEX_LENS_ROWS_H

/*
 * The lenses in the index (tables `lenses` and `lens_cells`). They are stored when their files change, apart from the
 * case studies, which do not depend on them.
 */

#include <stdbool.h>

#include "indexer/content/lens.h"
#include "indexer/index/index.h"

/* Puts them in place of those that are there, with the key of their files; false when the database failed. */
bool lens_rows_store(struct index *index, const struct lenses *lenses, const char *key);

/* The key with which they were stored, "" when there are none yet. */
const char *lens_rows_key(struct index *index, struct arena *arena);

/* All of them by id, in the arena. */
struct lenses lens_rows_all(struct index *index, struct arena *arena);

#endif
