#include "indexer/content/evidence.h"

#include <string.h>

#include "indexer/content/estimate.h"
#include "indexer/content/outcome.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool evaluation_is(const struct case_study *study, const char *const *terms, size_t count)
{
    const char *evaluation = case_text(study, CASE_EVALUATION, "none");
    for (size_t i = 0; i < count; i++)
        if (strcmp(evaluation, terms[i]) == 0)
            return true;
    return false;
}

static bool any_outcome(const struct case_study *study, bool (*holds)(const struct value *))
{
    const struct value *outcomes = &study->fields[CASE_OUTCOMES];
    for (size_t i = 0; i < outcomes->count; i++)
        if (holds(&outcomes->items[i]))
            return true;
    return false;
}

static bool has_before_and_after(const struct value *outcome)
{
    return outcome_has_number(outcome, OUTCOME_BASELINE) && outcome_has_number(outcome, OUTCOME_AFTER);
}

static bool has_control(const struct value *outcome)
{
    struct estimate estimate = estimate_of(outcome);
    if (estimate.says != ESTIMATE_ABSENT && *estimate.compared_with)
        return true;
    return strcmp(value_text(outcome, OUTCOME_COMPARATOR_IS, ""), "control") == 0 &&
           outcome_has_number(outcome, OUTCOME_COMPARATOR_AFTER);
}

static bool has_source(const struct case_study *study)
{
    return study->fields[CASE_SOURCES].count > 0;
}

static bool always(const struct case_study *study)
{
    (void)study;
    return true;
}

static bool accounted(const struct case_study *study)
{
    static const char *const none[] = {"none"};
    return !evaluation_is(study, none, COUNT(none));
}

static bool measured(const struct case_study *study)
{
    static const char *const designs[] = {"before-after", "time-series", "comparison", "trial", "review"};
    return evaluation_is(study, designs, COUNT(designs)) && any_outcome(study, has_before_and_after);
}

static bool compared(const struct case_study *study)
{
    static const char *const designs[] = {"comparison", "trial"};
    return evaluation_is(study, designs, COUNT(designs)) && any_outcome(study, has_control) && has_source(study);
}

/* Adoptions that agree: the same result as here. */
static bool replicated(const struct case_study *study)
{
    const struct value *adoptions = &study->fields[CASE_ADOPTIONS];
    const char *result = case_text(study, CASE_RESULT, "");
    size_t agree = 0;
    for (size_t i = 0; i < adoptions->count; i++)
        agree += strcmp(value_text(&adoptions->items[i], ADOPTION_RESULT, ""), result) == 0;
    return compared(study) && strcmp(case_text(study, CASE_EVALUATOR, ""), "independent") == 0 &&
           agree > adoptions->count - agree;
}

static bool reviewed(const struct case_study *study)
{
    static const char *const designs[] = {"review"};
    const struct value *review = &study->fields[CASE_REVIEW];
    return evaluation_is(study, designs, COUNT(designs)) && has_source(study) && review->kind == VALUE_MAP &&
           strcmp(value_text(review, REVIEW_STATUS, ""), "accepted") == 0 &&
           value_member(review, REVIEW_BY)->kind == VALUE_TEXT;
}

struct level {
    const char *id;
    bool (*holds)(const struct case_study *study);
    const char *reason;
    const char *next; /* what would raise a case that stops here */
};

static const struct level levels[] = {
    {"e0", always, "It is described, and no evaluation is reported.", "Report what was counted, or what people said."},
    {"e1", accounted, "Activity, views or estimates are reported, without the same figure before and after.",
     "Measure the same thing before and after, and give both figures with their source."},
    {"e2", measured, "The same thing was measured before and after.",
     "Compare with a group or place that did not have it, and give its figures."},
    {"e3", compared, "It was compared with people or places that did not have it.",
     "Have it evaluated independently, and record where else it was taken up with the same result."},
    {"e4", replicated, "It was compared, evaluated independently, and had the same result elsewhere.",
     "A review of several studies, looked through by others, would say more."},
    {"e5", reviewed, "Several studies were drawn together, and the case was reviewed by others.", NULL},
};

struct evidence evidence_of(const struct case_study *study)
{
    size_t level = COUNT(levels) - 1;
    while (!levels[level].holds(study))
        level--;
    return (struct evidence){(int)level, levels[level].id, levels[level].reason, levels[level].next};
}
