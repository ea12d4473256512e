#ifndef INDEXER_CONTENT_RULES_H
#define INDEXER_CONTENT_RULES_H

/* What the fields and sections of one case must be to each other. */

#include "indexer/base/diagnostics.h"
#include "indexer/content/case_reader.h"

/* Reports everything that does not hold. */
void rules_check(struct arena *arena, const struct case_study *study, const struct case_context *context,
                 struct diagnostics *diagnostics);

#endif
