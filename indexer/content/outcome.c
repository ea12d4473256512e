#include "indexer/content/outcome.h"

#include <math.h>
#include <string.h>

#include "indexer/content/codes.h"
#include "indexer/content/nearest.h"

/* How far a gap may move, as a share of what it was, before it counts as narrowed or widened. */
#define GAP_TOLERANCE 0.05

bool outcome_has_number(const struct value *outcome, size_t member)
{
    return value_member(outcome, member)->kind == VALUE_NUMBER;
}

bool outcome_is_lived_experience(const struct value *outcome)
{
    return strcmp(value_text(outcome, OUTCOME_KIND, "number"), "lived-experience") == 0;
}

static void fill_text(struct value *outcome, size_t member, const char *text, struct place place)
{
    if (outcome->items[member].kind == VALUE_NONE && *text)
        outcome->items[member] = (struct value){.kind = VALUE_TEXT, .text = text, .place = place};
}

static void report_unknown_measure(struct arena *arena, const struct value *named,
                                   const struct vocabularies *vocabularies, struct diagnostics *diagnostics)
{
    struct string_list ids = {0};
    for (size_t i = 0; i < vocabularies->measure_count; i++)
        string_list_add(arena, &ids, vocabularies->measures[i].id);
    const char *near = nearest(named->text, ids.items, ids.count);
    report(diagnostics, CODE_MEASURE, named->place,
           near ? arena_format(arena, "did you mean %s?", near)
                : "write measure: and what was measured, in your own words",
           "\"%s\" is not a measure of measures.yaml", named->text);
}

void outcome_fill_measures(struct arena *arena, struct case_study *study, const struct vocabularies *vocabularies,
                           struct diagnostics *diagnostics)
{
    struct value *outcomes = &study->fields[CASE_OUTCOMES];
    for (size_t i = 0; i < outcomes->count; i++) {
        struct value *outcome = &outcomes->items[i];
        const struct value *named = value_member(outcome, OUTCOME_MEASURE_ID);
        if (named->kind != VALUE_TEXT)
            continue;
        const struct measure *measure = vocabulary_measure(vocabularies, named->text);
        if (!measure) {
            report_unknown_measure(arena, named, vocabularies, diagnostics);
            continue;
        }
        fill_text(outcome, OUTCOME_MEASURE, measure->label, named->place);
        fill_text(outcome, OUTCOME_UNIT, measure->unit, named->place);
        fill_text(outcome, OUTCOME_BETTER, measure->better, named->place);
    }
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

void outcome_check(const struct case_study *study, struct diagnostics *diagnostics)
{
    const struct value *outcomes = &study->fields[CASE_OUTCOMES];
    size_t sources = study->fields[CASE_SOURCES].count;
    for (size_t i = 0; i < outcomes->count; i++) {
        const struct value *outcome = &outcomes->items[i];
        const struct value *source = value_member(outcome, OUTCOME_SOURCE);
        if (!has(outcome, OUTCOME_MEASURE) && !has(outcome, OUTCOME_MEASURE_ID))
            report(diagnostics, CODE_OUTCOME, outcome->place, "add measure: and what was measured",
                   "this outcome does not say what was measured");
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

static double number_of(const struct value *outcome, size_t member)
{
    return value_member(outcome, member)->number;
}

static enum gap_change change_of_gap(double before, double after)
{
    if (before <= 0)
        return GAP_NONE_AT_START;
    if (fabs(after - before) <= GAP_TOLERANCE * before)
        return GAP_NO_CHANGE;
    return after < before ? GAP_NARROWED : GAP_WIDENED;
}

static void compute_gap(const struct value *outcome, double sign, struct outcome_figures *figures)
{
    double comparator = number_of(outcome, OUTCOME_COMPARATOR_AFTER);
    figures->has_gap = true;
    figures->gap_after = sign * (comparator - number_of(outcome, OUTCOME_AFTER));
    figures->gap_after_relative = comparator != 0 ? figures->gap_after / fabs(comparator) : 0;
    if (!outcome_has_number(outcome, OUTCOME_BASELINE) || !outcome_has_number(outcome, OUTCOME_COMPARATOR_BASELINE))
        return;
    double before = number_of(outcome, OUTCOME_COMPARATOR_BASELINE);
    figures->has_gap_before = true;
    figures->gap_before = sign * (before - number_of(outcome, OUTCOME_BASELINE));
    figures->gap_before_relative = before != 0 ? figures->gap_before / fabs(before) : 0;
    figures->gap = change_of_gap(figures->gap_before, figures->gap_after);
}

static void compute_comparison(const struct value *outcome, double sign, struct outcome_figures *figures)
{
    const char *kind = value_text(outcome, OUTCOME_COMPARATOR_IS, "");
    if (!outcome_has_number(outcome, OUTCOME_AFTER) || !outcome_has_number(outcome, OUTCOME_COMPARATOR_AFTER))
        return;
    if (strcmp(kind, "better-off") == 0) {
        compute_gap(outcome, sign, figures);
    } else if (figures->has_change && outcome_has_number(outcome, OUTCOME_COMPARATOR_BASELINE)) {
        figures->has_difference = true;
        figures->difference = figures->change - (number_of(outcome, OUTCOME_COMPARATOR_AFTER) -
                                                 number_of(outcome, OUTCOME_COMPARATOR_BASELINE));
    }
}

struct outcome_figures outcome_figures_of(const struct value *outcome)
{
    struct outcome_figures figures = {0};
    double sign = strcmp(value_text(outcome, OUTCOME_BETTER, "higher"), "lower") == 0 ? -1 : 1;
    double after = number_of(outcome, OUTCOME_AFTER);
    if (outcome_has_number(outcome, OUTCOME_AFTER) && outcome_has_number(outcome, OUTCOME_BASELINE)) {
        figures.has_change = true;
        figures.change = after - number_of(outcome, OUTCOME_BASELINE);
        figures.better = sign * figures.change > 0;
    }
    if (outcome_has_number(outcome, OUTCOME_AFTER) && outcome_has_number(outcome, OUTCOME_TARGET)) {
        figures.has_target = true;
        figures.target_met = sign * (after - number_of(outcome, OUTCOME_TARGET)) >= 0;
    }
    compute_comparison(outcome, sign, &figures);
    return figures;
}

const char *outcome_gap_effect(const struct case_study *study)
{
    static const char *const terms[] = {
        [GAP_NARROWED] = "narrowed", [GAP_NO_CHANGE] = "no-change", [GAP_WIDENED] = "widened"};
    enum gap_change said = GAP_NOT_MEASURED;
    for (size_t i = 0; i < study->fields[CASE_OUTCOMES].count; i++) {
        enum gap_change one = study->figures[i].gap;
        if (one == GAP_NOT_MEASURED || one == GAP_NONE_AT_START)
            continue;
        if (said != GAP_NOT_MEASURED && said != one)
            return "mixed";
        said = one;
    }
    return said == GAP_NOT_MEASURED ? NULL : terms[said];
}
