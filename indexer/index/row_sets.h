#ifndef INDEXER_INDEX_ROW_SETS_H
#define INDEXER_INDEX_ROW_SETS_H

/*
 * The tables `term_rows` and `lengths` while an index is being changed: what is
 * touched is loaded once, changed in memory, and stored at the end.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"
#include "indexer/index/index.h"
#include "indexer/index/search_text.h"

struct row_sets;

/* Lives in the arena; nothing is read yet. */
struct row_sets *row_sets_new(struct arena *arena, struct index *index);

/* A row gets or loses a term. */
void row_sets_add(struct row_sets *sets, const char *field, const char *term, size_t row);
void row_sets_remove(struct row_sets *sets, const char *field, const char *term, size_t row);

/* How many words each column of the text of a row has. */
void row_sets_lengths(struct row_sets *sets, size_t row, const uint32_t lengths[TEXT_COLUMNS]);

/* Stores everything that changed; false when the database failed. */
bool row_sets_store(struct row_sets *sets);

#endif
