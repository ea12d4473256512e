#ifndef INDEXER_CONTENT_OUTCOME_H
#define INDEXER_CONTENT_OUTCOME_H

/* Outcomes: what is computed from their figures. What they must have is in outcome_check.h. */

#include "indexer/content/case_study.h"
#include "indexer/content/vocabulary.h"

/*
 * Gives outcomes that name a shared measure its label, unit and direction where they have none of their own.
 * A measure that is not there gives nothing.
 */
void outcome_fill_measures(struct case_study *study, const struct vocabularies *vocabularies);

/*
 * The figures of one outcome. The gap is comparator - group where higher is better and group - comparator where lower is,
 * so that positive means the group is worse off; it narrowed or widened when it moved by more than 5% of what it was.
 * An average is compared with, and gives no gap.
 */
struct outcome_figures outcome_figures_of(const struct value *outcome);

/* A gap_effect term for what the figures of all outcomes say together, or NULL when they say nothing. */
const char *outcome_gap_effect(const struct case_study *study);

/* OUTCOME_IS_NUMBER when the file says nothing. The others have words (finding) in place of figures. */
enum outcome_kind { OUTCOME_IS_NUMBER, OUTCOME_IS_FINDING, OUTCOME_IS_LIVED_EXPERIENCE };
enum outcome_kind outcome_kind(const struct value *outcome);

bool outcome_has_number(const struct value *outcome, size_t member);

#endif
