#ifndef INDEXER_CONTENT_CONTRADICTIONS_H
#define INDEXER_CONTENT_CONTRADICTIONS_H

/* What two answers of one case study say against each other. */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/case_study.h"

/* Reports them; all but figures that are references are warnings. The arena is for the words. */
void contradictions_check(struct arena *arena, const struct case_study *study, struct diagnostics *diagnostics);

#endif
