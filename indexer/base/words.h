#ifndef INDEXER_BASE_WORDS_H
#define INDEXER_BASE_WORDS_H

/* A list of strings that grows in an arena. It starts as {0}; the strings are not copied. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"

struct words {
    const char **items;
    size_t count;
    size_t capacity;
};

void words_add(struct arena *arena, struct words *words, const char *word);
bool words_have(const struct words *words, const char *word);

/* Byte order. */
void words_sort(struct words *words);

/* All of them with `between` between them. */
const char *words_join(struct arena *arena, const struct words *words, const char *between);

/* The lines of a text that are not empty; the inverse of joining with "\n". */
struct words words_lines(struct arena *arena, const char *text);

#endif
