#ifndef INDEXER_CONTENT_ESTIMATE_H
#define INDEXER_CONTENT_ESTIMATE_H

/*
 * A published effect: a difference or a ratio with its range, kept as what it is. What it says depends on which way
 * is better and on its mark of no effect: 1 for a ratio, 0 for a difference, a change in percent or a trend. Where the
 * outcome does not say which way is better, no side is claimed.
 */

#include "indexer/content/case_study.h"

/* The estimate of an outcome, ESTIMATE_ABSENT when it has none. */
struct estimate estimate_of(const struct value *outcome);

/* Whether effects of this type have their mark at 1. */
bool estimate_is_ratio(const char *type);

#endif
