#ifndef SEARCH_CLI_PRESENT_REVIEW_H
#define SEARCH_CLI_PRESENT_REVIEW_H

/* When a case study is due to be looked through again. */

#include "indexer/base/arena.h"
#include "indexer/content/case_study.h"

/*
 * `review_by` when the file has it, else the later of published and reviewed, so many months on; "" without a date.
 * A 29th to 31st that the month then does not have becomes its last day.
 */
const char *review_due(struct arena *arena, const struct case_study *study, int months);

#endif
