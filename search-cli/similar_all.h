#ifndef SEARCH_CLI_SIMILAR_ALL_H
#define SEARCH_CLI_SIMILAR_ALL_H

/*
 * similar_find for many cases of one index, with the words of all of them in memory, so that each case costs a
 * small part of what asking for it alone would. The answers are the same, to the last bit.
 */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/index/index.h"
#include "indexer/index/inverted.h"
#include "search-cli/similar.h"

struct similar_all;

/*
 * Reads the index; it, its words and all its cases must stay, the cases as long as what is found. NULL when the index
 * failed. The caller frees it.
 */
struct similar_all *similar_all_read(struct index *index, const struct inverted *words, const struct case_rows *cases);

/* As similar_find; the lists that it gives live in the arena alone, whatever becomes of `all`. */
struct similar_cases similar_all_find(struct similar_all *all, struct arena *arena, size_t row, size_t limit);

/* Accepts NULL. */
void similar_all_free(struct similar_all *all);

#endif
