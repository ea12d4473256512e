#ifndef INDEXER_BASE_STRING_NUMBERS_H
#define INDEXER_BASE_STRING_NUMBERS_H

/*
 * Numbers for strings without NUL, from 0 on, in the order in which they come: the same string has the same number.
 * Starts as {0}; released with string_numbers_free.
 */

#include <stddef.h>

#include "indexer/base/arena.h"

struct numbered;

struct string_numbers {
    struct arena arena;
    const char **items; /* by number */
    size_t count;
    size_t capacity;
    struct numbered *slots;
    size_t slot_count;
};

/* The number of a string, which is copied when it is new; the next new one gets `count` as it is now. */
size_t string_number(struct string_numbers *numbers, const char *string, size_t size);

void string_numbers_free(struct string_numbers *numbers);

#endif
