#include "indexer/base/bitset.h"

#include <string.h>

enum { BITS = 64 };

static void ensure_words(struct arena *arena, struct bitset *set, size_t count)
{
    if (count <= set->count)
        return;
    size_t larger = set->count * 2 > count ? set->count * 2 : count;
    uint64_t *words = arena_array(arena, larger, sizeof *words);
    if (set->count)
        memcpy(words, set->words, set->count * sizeof *words);
    set->words = words;
    set->count = larger;
}

void bitset_add(struct arena *arena, struct bitset *set, size_t number)
{
    ensure_words(arena, set, number / BITS + 1);
    set->words[number / BITS] |= UINT64_C(1) << number % BITS;
}

void bitset_remove(struct bitset *set, size_t number)
{
    if (number / BITS < set->count)
        set->words[number / BITS] &= ~(UINT64_C(1) << number % BITS);
}

bool bitset_has(const struct bitset *set, size_t number)
{
    return number / BITS < set->count && (set->words[number / BITS] >> number % BITS & 1);
}

size_t bitset_size(const struct bitset *set)
{
    return bitset_shared(set, set);
}

size_t bitset_shared(const struct bitset *a, const struct bitset *b)
{
    size_t count = a->count < b->count ? a->count : b->count;
    size_t shared = 0;
    for (size_t i = 0; i < count; i++)
        shared += (size_t)__builtin_popcountll(a->words[i] & b->words[i]);
    return shared;
}

struct bitset bitset_copy(struct arena *arena, const struct bitset *set)
{
    struct bitset copy = {0};
    bitset_or(arena, &copy, set);
    return copy;
}

void bitset_and(struct bitset *set, const struct bitset *other)
{
    for (size_t i = 0; i < set->count; i++)
        set->words[i] &= i < other->count ? other->words[i] : 0;
}

void bitset_or(struct arena *arena, struct bitset *set, const struct bitset *other)
{
    ensure_words(arena, set, other->count);
    for (size_t i = 0; i < other->count; i++)
        set->words[i] |= other->words[i];
}

void bitset_minus(struct bitset *set, const struct bitset *other)
{
    for (size_t i = 0; i < set->count && i < other->count; i++)
        set->words[i] &= ~other->words[i];
}

bool bitset_next(const struct bitset *set, size_t from, size_t *number)
{
    for (size_t i = from / BITS; i < set->count; i++) {
        uint64_t word = set->words[i];
        if (i == from / BITS)
            word &= UINT64_MAX << from % BITS;
        if (word) {
            *number = i * BITS + (size_t)__builtin_ctzll(word);
            return true;
        }
    }
    return false;
}

void bitset_store(const struct bitset *set, unsigned char *bytes)
{
    for (size_t i = 0; i < set->count; i++)
        for (size_t byte = 0; byte < 8; byte++)
            *bytes++ = (unsigned char)(set->words[i] >> 8 * byte & 0xFF);
}

struct bitset bitset_load(struct arena *arena, const unsigned char *bytes, size_t size)
{
    size_t count = size / 8 + (size % 8 != 0);
    struct bitset set = {arena_array(arena, count, sizeof *set.words), count};
    for (size_t i = 0; i < size; i++)
        set.words[i / 8] |= (uint64_t)bytes[i] << 8 * (i % 8);
    return set;
}
