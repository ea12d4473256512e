#ifndef INDEXER_CONTENT_CASE_DATES_H
#define INDEXER_CONTENT_CASE_DATES_H

/* The dates of all case studies beside each other: what no one of them shows by itself. Starts as {0}. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/case_study.h"

/* A date of a case study, where it stands: of `dates`, its newest. */
struct dated {
    const char *date;
    const char *path; /* as it is shown; NULL: it is not one of those that are checked */
    struct place place;
};

struct case_dates {
    struct dated *dates; /* one for each case that has one */
    size_t date_count;
    size_t date_capacity;
    struct dated *reviews; /* the day by which each case that says so was to be looked at again */
    size_t review_count;
    size_t review_capacity;
};

/* Remembers the dates of a case, copied to the arena. Of one that is not `checked` nothing will be told. */
void case_dates_add(struct arena *arena, struct case_dates *dates, const struct case_study *study, bool checked);

/* Reports the one date that lies years after all others, if there is one. */
void case_dates_far(const struct case_dates *dates, struct diagnostics *diagnostics);

/* Reports the reviews that are overdue, in the order in which the cases were added. */
void case_dates_overdue(const struct case_dates *dates, struct diagnostics *diagnostics);

#endif
