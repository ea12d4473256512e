#ifndef INDEXER_INDEX_SETS_H
#define INDEXER_INDEX_SETS_H

/*
 * The tables `term_rows` and `lengths` while an index is being changed: what is
 * touched is loaded once, changed in memory, and stored at the end.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"
#include "indexer/index/index.h"

struct sets;

/* Lives in the arena; nothing is read yet. */
struct sets *sets_new(struct arena *arena, struct index *index);

/* A row gets or loses a term. */
void sets_add(struct sets *sets, const char *field, const char *term, size_t row);
void sets_remove(struct sets *sets, const char *field, const char *term, size_t row);

/* How many words each of the four search columns of a row has. */
void sets_lengths(struct sets *sets, size_t row, const uint32_t lengths[4]);

/* Stores everything that changed; false when the database failed. */
bool sets_store(struct sets *sets);

#endif
