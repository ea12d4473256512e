#ifndef INDEXER_CONTENT_CLAIMS_H
#define INDEXER_CONTENT_CLAIMS_H

/*
 * What the words of a case study claim, against its figures and fields: who is better off, who spoke, how exact a
 * figure is, who leads, and what is said not to exist.
 */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/case_study.h"

/* Reports, as warnings, what the words say and the rest does not. The arena is for the words of help. */
void claims_check(struct arena *arena, const struct case_study *study, struct diagnostics *diagnostics);

#endif
