#ifndef INDEXER_INDEX_DATES_H
#define INDEXER_INDEX_DATES_H

/* The dates of case studies, for queries such as `published:>=2025` and `start:2019..2021` (table `dates`). */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/bitset.h"
#include "indexer/content/case_study.h"
#include "indexer/index/index.h"

/* A field of dates that queries may compare. */
struct date_field {
    const char *key;
    enum case_field field;
    const char *help;
};

enum { DATE_FIELD_COUNT = 4 };
extern const struct date_field date_fields[DATE_FIELD_COUNT];

/* Writes the dates of a case in place of those the row has; false when it could not be done. */
bool dates_store(struct index *index, size_t row, const struct case_study *study);
bool dates_remove(struct index *index, size_t row);

/*
 * The rows whose date lies between two, both included; "" for an open end. Dates are compared as far as
 * both go, so that 2021 holds all of 2021, and a case that says only 2021 is found by 2021-05.
 */
struct bitset dates_between(struct index *index, struct arena *arena, const char *field, const char *from,
                            const char *to);

struct date_row {
    const char *date;
    size_t row;
};

struct date_rows {
    struct date_row *items;
    size_t count;
    size_t capacity;
};

/* Every date of a field, in the order of dates, then rows. */
struct date_rows dates_of(struct index *index, struct arena *arena, const char *field);

#endif
