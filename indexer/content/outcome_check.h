#ifndef INDEXER_CONTENT_OUTCOME_CHECK_H
#define INDEXER_CONTENT_OUTCOME_CHECK_H

/* What outcomes must have beside what field_rules.h says: measures, sources and ranges that are there and fit. */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/case_study.h"
#include "indexer/content/vocabulary.h"

/* Reports what is wrong in each. */
void outcome_check(struct arena *arena, const struct case_study *study, const struct vocabularies *vocabularies,
                   struct diagnostics *diagnostics);

#endif
