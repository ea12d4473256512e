#ifndef INDEXER_CONTENT_EVIDENCE_H
#define INDEXER_CONTENT_EVIDENCE_H

/*
 * The evidence level: the highest whose conditions hold, with the reason and
 * what would raise it. It says how well the result is known, not how good it is.
 */

#include "indexer/content/case_study.h"

struct evidence evidence_of(const struct case_study *study);

#endif
