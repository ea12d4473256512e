#ifndef CATALOGUE_REPORTS_TIMELINE_H
#define CATALOGUE_REPORTS_TIMELINE_H

/* How many case studies began in each year, from the first such year to the last, years without any included. */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/bitset.h"
#include "indexer/index/index.h"

struct timeline {
    int first; /* the year of counts[0] */
    size_t *counts;
    size_t years; /* 0: no case says when it began */
    size_t largest;
    size_t undated;
};

/* Of the rows `within` alone; `counts` lives in the arena. */
struct timeline timeline_read(struct index *index, struct arena *arena, const struct bitset *within);

#endif
