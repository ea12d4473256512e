#ifndef INDEXER_INDEX_NUMBERS_H
#define INDEXER_INDEX_NUMBERS_H

/* The numbers of case studies that queries compare, such as analysed:>=500 (table `numbers`; number_fields.h). */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"
#include "indexer/base/bitset.h"
#include "indexer/content/case_study.h"
#include "indexer/index/index.h"

/* Writes the numbers of a case in place of those the row has; false when it could not be done. */
bool numbers_store(struct index *index, size_t row, const struct case_study *study);
bool numbers_remove(struct index *index, size_t row);

/* The rows whose number lies between two, both included. */
struct bitset numbers_between(struct index *index, struct arena *arena, const char *field, int64_t from, int64_t to);

struct number_row {
    int64_t number;
    size_t row;
};

struct number_rows {
    struct number_row *items;
    size_t count;
    size_t capacity;
};

/* Every number of a field, the smallest first, then by row. */
struct number_rows numbers_of(struct index *index, struct arena *arena, const char *field);

#endif
