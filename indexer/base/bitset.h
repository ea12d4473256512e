#ifndef INDEXER_BASE_BITSET_H
#define INDEXER_BASE_BITSET_H

/*
 * A set of small non-negative numbers (row numbers of the index), one bit
 * each. A set grows by adding; asking beyond its end answers no. Starts as {0}.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"

struct bitset {
    uint64_t *words;
    size_t count; /* of words */
};

void bitset_add(struct arena *arena, struct bitset *set, size_t number);
void bitset_remove(struct bitset *set, size_t number);
bool bitset_has(const struct bitset *set, size_t number);

/* How many numbers the set holds, and how many two sets share. */
size_t bitset_size(const struct bitset *set);
size_t bitset_shared(const struct bitset *a, const struct bitset *b);

struct bitset bitset_copy(struct arena *arena, const struct bitset *set);

/* Changes `set` to what both hold, what either holds, or what it holds and `other` does not. */
void bitset_and(struct bitset *set, const struct bitset *other);
void bitset_or(struct arena *arena, struct bitset *set, const struct bitset *other);
void bitset_minus(struct bitset *set, const struct bitset *other);

/* The smallest number in the set that is at least `from`; false when there is none. */
bool bitset_next(const struct bitset *set, size_t from, size_t *number);

/* The set as bytes, least significant first, for storing; and back. */
void bitset_store(const struct bitset *set, unsigned char *bytes); /* 8 * count bytes */
struct bitset bitset_load(struct arena *arena, const unsigned char *bytes, size_t size);

#endif
