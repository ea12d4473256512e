#include "indexer/content/outcome_check.h"

#include <string.h>

#include "indexer/content/codes.h"
#include "indexer/content/nearest.h"
#include "indexer/content/outcome.h"

static void check_measure(struct arena *arena, const struct value *named, const struct vocabularies *vocabularies,
                          struct diagnostics *diagnostics)
{
    if (named->kind != VALUE_TEXT || vocabulary_measure(vocabularies, named->text))
        return;
    struct string_list ids = {0};
    for (size_t i = 0; i < vocabularies->measure_count; i++)
        string_list_add(arena, &ids, vocabularies->measures[i].id);
    const char *near = nearest(named->text, ids.items, ids.count);
    report(diagnostics, CODE_MEASURE, named->place,
           near ? arena_format(arena, "did you mean %s?", near)
                : "write measure: and what was measured, in your own words",
           "\"%s\" is not a measure of measures.yaml", named->text);
}

/* Whether it was written; what was written and could not be used was reported already. */
static bool has(const struct value *outcome, size_t member)
{
    const struct value *value = value_member(outcome, member);
    return value->kind != VALUE_NONE || value->place.line;
}

static void check_number_outcome(const struct value *outcome, struct diagnostics *diagnostics)
{
    if (!has(outcome, OUTCOME_AFTER))
        report(diagnostics, CODE_OUTCOME, outcome->place,
               "add after: and the figure, or kind: lived-experience with finding:", "this outcome has no figure");
    if (has(outcome, OUTCOME_BASELINE) && (!has(outcome, OUTCOME_UNIT) || !has(outcome, OUTCOME_BETTER)))
        report(diagnostics, CODE_OUTCOME, value_member(outcome, OUTCOME_BASELINE)->place,
               "add unit: (such as %) and better: higher or better: lower",
               "a baseline needs a unit and which way is better");
    if (has(outcome, OUTCOME_AFTER) && !has(outcome, OUTCOME_SOURCE))
        report(diagnostics, CODE_NO_SOURCE, value_member(outcome, OUTCOME_AFTER)->place,
               "add source: 1 for the first of sources", "this figure does not name its source");
}

static void check_comparator(const struct value *outcome, struct diagnostics *diagnostics)
{
    bool named = has(outcome, OUTCOME_COMPARATOR) || has(outcome, OUTCOME_COMPARATOR_IS);
    bool figures = has(outcome, OUTCOME_COMPARATOR_AFTER) || has(outcome, OUTCOME_COMPARATOR_BASELINE);
    if (!named && !figures)
        return;
    if (!has(outcome, OUTCOME_COMPARATOR_IS))
        report(diagnostics, CODE_COMPARATOR, outcome->place, "add comparator_is: control or comparator_is: better-off",
               "this comparison does not say what it compares with");
    if (!has(outcome, OUTCOME_COMPARATOR_AFTER))
        report(diagnostics, CODE_COMPARATOR, outcome->place,
               "add comparator_after: and their figure, or take the comparison out", "this comparison has no figure");
    if (has(outcome, OUTCOME_COMPARATOR_BASELINE) && !has(outcome, OUTCOME_BASELINE))
        report(diagnostics, CODE_COMPARATOR, outcome->place, "add baseline: and the group's own figure before",
               "the comparison has a figure before, and the group has none");
    if (!has(outcome, OUTCOME_BETTER) && strcmp(value_text(outcome, OUTCOME_COMPARATOR_IS, ""), "better-off") == 0)
        report(diagnostics, CODE_COMPARATOR, outcome->place, "add better: higher or better: lower",
               "a comparison with a better-off group needs to say which way is better");
}

static void check_lived_experience(const struct value *outcome, struct diagnostics *diagnostics)
{
    if (!has(outcome, OUTCOME_FINDING))
        report(diagnostics, CODE_OUTCOME, outcome->place, "add finding: and what people said",
               "a lived-experience outcome needs a finding");
}

void outcome_check(struct arena *arena, const struct case_study *study, const struct vocabularies *vocabularies,
                   struct diagnostics *diagnostics)
{
    const struct value *outcomes = &study->fields[CASE_OUTCOMES];
    size_t sources = study->fields[CASE_SOURCES].count;
    for (size_t i = 0; i < outcomes->count; i++) {
        const struct value *outcome = &outcomes->items[i];
        const struct value *source = value_member(outcome, OUTCOME_SOURCE);
        if (!has(outcome, OUTCOME_MEASURE) && !has(outcome, OUTCOME_MEASURE_ID))
            report(diagnostics, CODE_OUTCOME, outcome->place, "add measure: and what was measured",
                   "this outcome does not say what was measured");
        check_measure(arena, value_member(outcome, OUTCOME_MEASURE_ID), vocabularies, diagnostics);
        if (outcome_is_lived_experience(outcome))
            check_lived_experience(outcome, diagnostics);
        else
            check_number_outcome(outcome, diagnostics);
        check_comparator(outcome, diagnostics);
        if (source->kind == VALUE_NUMBER && (source->number < 1 || source->number > (double)sources))
            report(diagnostics, CODE_SOURCE_NUMBER, source->place, "count the items of sources from 1",
                   "source %s is not in the list, which has %zu", source->text, sources);
    }
}
