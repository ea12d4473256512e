#ifndef INDEXER_BASE_HASH_H
#define INDEXER_BASE_HASH_H

/*
 * FNV-1a, 64 bits (Fowler, Noll, Vo), with eight bytes in one step, whose upper half is folded down so that it counts in
 * the lower too: tells changed bytes from unchanged ones; no defence against forgery. Each step can be undone, so what
 * differs in one word alone never has the same hash.
 */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define HASH_START UINT64_C(0xcbf29ce484222325)
#define HASH_FACTOR UINT64_C(0x100000001b3)

static inline uint64_t hash_number(uint64_t hash, uint64_t number)
{
    hash = (hash ^ number) * HASH_FACTOR;
    return hash ^ hash >> 32;
}

/* On every machine the first byte is the lowest. */
static inline uint64_t hash_word_at(const unsigned char *bytes)
{
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 24 |
           (uint64_t)bytes[4] << 32 | (uint64_t)bytes[5] << 40 | (uint64_t)bytes[6] << 48 | (uint64_t)bytes[7] << 56;
}

/* Continues a hash with more bytes; begin with HASH_START. In pieces it is the same where the size of all but the last is divided by eight. */
static inline uint64_t hash_bytes(uint64_t hash, const void *data, size_t size)
{
    const unsigned char *bytes = data;
    size_t at = 0;
    for (; at + 8 <= size; at += 8)
        hash = hash_number(hash, hash_word_at(bytes + at));
    for (; at < size; at++)
        hash = (hash ^ bytes[at]) * HASH_FACTOR;
    return hash;
}

/* The same with a string and the end of it, so that "ab", "c" and "a", "bc" differ. */
static inline uint64_t hash_text(uint64_t hash, const char *text)
{
    return hash_bytes(hash, text, strlen(text) + 1);
}

/*
 * The same hash with every bit of it depending on all of them, as a table asks for that looks at a few bits alone: short
 * words that are alike lie side by side without it. The last step of MurmurHash3 (Austin Appleby, in the public domain).
 */
static inline uint64_t hash_spread(uint64_t hash)
{
    hash = (hash ^ hash >> 33) * UINT64_C(0xff51afd7ed558ccd);
    hash = (hash ^ hash >> 33) * UINT64_C(0xc4ceb9fe1a85ec53);
    return hash ^ hash >> 33;
}

#endif
