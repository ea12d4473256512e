#ifndef INDEXER_CONTENT_EVIDENCE_H
#define INDEXER_CONTENT_EVIDENCE_H

/*
 * The evidence level: the highest whose conditions hold, with the reason, what limits it and what would raise it.
 * It says how well the result is known, not how good it is. Nobody types it.
 *
 *   E0 described   no evaluation is reported
 *   E1 accounted   activity, views, a model, a finding, or a design whose figures are not given
 *   E2 measured    a design that measures, with a baseline and an after, or an estimate of the change
 *   E3 compared    a comparison or trial, with a control's figures or an estimate that says what it is compared
 *                  with, and a source
 *   E4 replicated  E3, evaluated independently, and others than the partners took it up with the same result more
 *                  often than with another
 *   E5 reviewed    a review of studies with a source, accepted by others than the authors
 *
 * Limits are told from E1 on, of the outcomes that carry the level: the primary ones where any is marked.
 */

#include "indexer/content/case_study.h"

/* `study` with its figures computed; limits and words are those of the program and live as long. */
struct evidence evidence_of(const struct case_study *study);

/* Whether an outcome's figures carry a level of 2 or 3 in this case. */
bool evidence_carries(const struct case_study *study, size_t outcome, int level);

#endif
