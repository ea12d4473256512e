#include "indexer/content/outcome.h"

#include <math.h>
#include <string.h>

#include "indexer/content/estimate.h"

/* How far a gap may move, as a share of what it was, before it counts as narrowed or widened. */
#define GAP_TOLERANCE 0.05

bool outcome_has_number(const struct value *outcome, size_t member)
{
    return value_member(outcome, member)->kind == VALUE_NUMBER;
}

enum outcome_kind outcome_kind(const struct value *outcome)
{
    const char *kind = value_text(outcome, OUTCOME_KIND, "number");
    return strcmp(kind, "lived-experience") == 0 ? OUTCOME_IS_LIVED_EXPERIENCE
           : strcmp(kind, "finding") == 0        ? OUTCOME_IS_FINDING
                                                 : OUTCOME_IS_NUMBER;
}

static void fill_text(struct value *outcome, size_t member, const char *text, struct place place)
{
    if (outcome->items[member].kind == VALUE_NONE && *text)
        outcome->items[member] = (struct value){.kind = VALUE_TEXT, .text = text, .place = place};
}

void outcome_fill_measures(struct case_study *study, const struct vocabularies *vocabularies)
{
    struct value *outcomes = &study->fields[CASE_OUTCOMES];
    for (size_t i = 0; i < outcomes->count; i++) {
        struct value *outcome = &outcomes->items[i];
        const struct value *named = value_member(outcome, OUTCOME_MEASURE_ID);
        if (named->kind != VALUE_TEXT)
            continue;
        const struct measure *measure = vocabulary_measure(vocabularies, named->text);
        if (!measure)
            continue;
        fill_text(outcome, OUTCOME_MEASURE, measure->label, named->place);
        fill_text(outcome, OUTCOME_UNIT, measure->unit, named->place);
        fill_text(outcome, OUTCOME_BETTER, measure->better, named->place);
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
    if (strcmp(kind, "better-off") == 0)
        compute_gap(outcome, sign, figures);
    if (strcmp(kind, "control") != 0)
        return;
    figures->has_difference_after = true;
    figures->difference_after = number_of(outcome, OUTCOME_AFTER) - number_of(outcome, OUTCOME_COMPARATOR_AFTER);
    if (figures->has_change && outcome_has_number(outcome, OUTCOME_COMPARATOR_BASELINE)) {
        figures->has_difference = true;
        figures->difference = figures->change - (number_of(outcome, OUTCOME_COMPARATOR_AFTER) -
                                                 number_of(outcome, OUTCOME_COMPARATOR_BASELINE));
    }
}

struct outcome_figures outcome_figures_of(const struct value *outcome)
{
    struct outcome_figures figures = {0};
    const char *better = value_text(outcome, OUTCOME_BETTER, "");
    double sign = strcmp(better, "lower") == 0 ? -1 : 1;
    double after = number_of(outcome, OUTCOME_AFTER);
    if (outcome_has_number(outcome, OUTCOME_AFTER) && outcome_has_number(outcome, OUTCOME_BASELINE)) {
        figures.has_change = true;
        figures.change = after - number_of(outcome, OUTCOME_BASELINE);
    }
    if (*better && outcome_has_number(outcome, OUTCOME_AFTER) && outcome_has_number(outcome, OUTCOME_TARGET)) {
        figures.has_target = true;
        figures.target_met = sign * (after - number_of(outcome, OUTCOME_TARGET)) >= 0;
    }
    compute_comparison(outcome, sign, &figures);
    figures.estimate = estimate_of(outcome);
    figures.analysed = figures.estimate.analysed > 0 ? figures.estimate.analysed : number_of(outcome, OUTCOME_SAMPLE);
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
