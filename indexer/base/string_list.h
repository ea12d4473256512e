#ifndef INDEXER_BASE_STRING_LIST_H
#define INDEXER_BASE_STRING_LIST_H

/* A list of strings that grows in an arena. It starts as {0}; the strings are not copied. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"

struct string_list {
    const char **items;
    size_t count;
    size_t capacity;
};

void string_list_add(struct arena *arena, struct string_list *words, const char *word);
bool string_list_have(const struct string_list *words, const char *word);

/* Byte order. */
void string_list_sort(struct string_list *words);

/* All of them with `between` between them. */
const char *string_list_join(struct arena *arena, const struct string_list *words, const char *between);

/* The lines of a text that are not empty; the inverse of joining with "\n". */
struct string_list string_list_lines(struct arena *arena, const char *text);

#endif
