#ifndef INDEXER_CONTENT_CONDITION_H
#define INDEXER_CONTENT_CONDITION_H

/*
 * What shows a principle, as the vocabulary of principles lists it under shown_by:
 *
 *   governance            the field is filled
 *   outcomes.baseline     an item of the field has this member
 *   funding=pooled-budget the field has this term
 *   years>=3              so many years lie between start and end, or start and the as-of date
 */

#include <stdbool.h>

#include "indexer/base/arena.h"
#include "indexer/content/case_study.h"
#include "indexer/content/vocabulary.h"

enum condition_kind { CONDITION_FILLED, CONDITION_MEMBER, CONDITION_TERM, CONDITION_YEARS };

struct condition {
    enum condition_kind kind;
    enum case_field field;
    size_t member;
    const char *term; /* points into the text */
    double years;
};

/*
 * Reads one. False when it names what there is not; then *help says what was probably meant. `vocabularies` may be NULL:
 * then terms are taken as they are. `help` may be NULL.
 */
bool condition_read(struct arena *arena, const char *text, const struct vocabularies *vocabularies,
                    struct condition *condition, const char **help);

/* Whether it holds of a case, as of a date ("" when there is none). */
bool condition_holds(const struct condition *condition, const struct case_study *study, const char *as_of);

#endif
