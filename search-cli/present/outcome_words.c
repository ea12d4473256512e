#include "search-cli/present/outcome_words.h"

#include <math.h>
#include <string.h>

#include "indexer/base/phrases.h"
#include "indexer/base/string_list.h"
#include "indexer/content/outcome.h"
#include "search-cli/present/format.h"

/* One outcome while it is worded. */
struct outcome {
    struct arena *arena;
    const struct value *value;
    const struct outcome_figures *figures;
    const char *unit;
    const char *unit_short; /* where the whole unit was said */
    struct estimate_words estimate;
};

static const struct value *number(const struct outcome *outcome, size_t member)
{
    const struct value *value = value_member(outcome->value, member);
    return value->kind == VALUE_NUMBER ? value : NULL;
}

/* As it was reported. */
static struct figure figure_of(const struct value *value)
{
    return (struct figure){value->number, value_decimals(value)};
}

/* What is worked out of two figures, with the decimals of the finer one. */
static struct figure of_two(const struct outcome *outcome, double number, size_t one, size_t other)
{
    int first = value_decimals(value_member(outcome->value, one));
    int second = value_decimals(value_member(outcome->value, other));
    return (struct figure){number, first > second ? first : second};
}

static const char *figure(const struct outcome *outcome, size_t member)
{
    const struct value *value = number(outcome, member);
    if (!value)
        return "";
    bool about = value_member(outcome->value, OUTCOME_ABOUT)->number != 0 && member != OUTCOME_TARGET;
    const char *words = format_with_unit(outcome->arena, figure_of(value), outcome->unit);
    return about ? arena_format(outcome->arena, say("about %s"), words) : words;
}

static const char *difference(const struct outcome *outcome, struct figure figure)
{
    return format_difference(outcome->arena, figure, outcome->unit_short);
}

static const char *change(const struct outcome *outcome)
{
    return outcome->figures->has_change
               ? difference(outcome, of_two(outcome, outcome->figures->change, OUTCOME_BASELINE, OUTCOME_AFTER))
               : "";
}

static const char *comparator_change(const struct outcome *outcome)
{
    const struct value *before = number(outcome, OUTCOME_COMPARATOR_BASELINE);
    const struct value *after = number(outcome, OUTCOME_COMPARATOR_AFTER);
    if (!before || !after)
        return "";
    return difference(outcome, of_two(outcome, after->number - before->number, OUTCOME_COMPARATOR_BASELINE,
                                      OUTCOME_COMPARATOR_AFTER));
}

/* How large a gap is, and whose: one below nought is a gap the other way. */
static const char *gap_size(const struct outcome *outcome, struct figure gap)
{
    const char *size =
        format_size(outcome->arena, (struct figure){fabs(gap.number), gap.decimals}, outcome->unit_short);
    return gap.number < 0 ? arena_format(outcome->arena, say("%s the other way"), size) : size;
}

static const char *gap_words(const struct outcome *outcome)
{
    static const char *const changes[] = {[GAP_NOT_MEASURED] = "",
                                          [GAP_NARROWED] = PHRASE("The gap narrowed"),
                                          [GAP_NO_CHANGE] = PHRASE("No real change in the gap"),
                                          [GAP_WIDENED] = PHRASE("The gap widened"),
                                          [GAP_NONE_AT_START] = PHRASE("There was no gap at the start")};
    const struct outcome_figures *figures = outcome->figures;
    const char *after = gap_size(outcome, of_two(outcome, figures->gap_after, OUTCOME_AFTER, OUTCOME_COMPARATOR_AFTER));
    if (!figures->has_gap_before)
        return arena_format(outcome->arena, say("The gap afterwards was %s. It was not measured before."), after);
    return arena_format(
        outcome->arena, say("%s: %s before, %s after."), say(changes[figures->gap]),
        gap_size(outcome, of_two(outcome, figures->gap_before, OUTCOME_BASELINE, OUTCOME_COMPARATOR_BASELINE)), after);
}

/* An effect that was worked out comes first. A change beside a control's counts for what it is more or less than theirs. */
static const char *verdict(const struct outcome *outcome)
{
    const struct outcome_figures *figures = outcome->figures;
    double change = figures->has_difference ? figures->difference : figures->change;
    const char *better = value_text(outcome->value, OUTCOME_BETTER, "");
    if (*outcome->estimate.says)
        return outcome->estimate.says;
    if (!figures->has_change || !*better)
        return "";
    if (change == 0)
        return figures->has_difference ? say("no difference") : say("no change");
    return (change > 0) == (strcmp(better, "higher") == 0) ? say("better") : say("worse");
}

/* Two figures side by side, of which no more is known than that the one is larger. */
static const char *difference_after(const struct outcome *outcome)
{
    double more = outcome->figures->difference_after;
    const struct figure size = of_two(outcome, fabs(more), OUTCOME_AFTER, OUTCOME_COMPARATOR_AFTER);
    if (more == 0)
        return "";
    return arena_format(outcome->arena, more > 0 ? say("%s more") : say("%s less"),
                        format_size(outcome->arena, size, outcome->unit_short));
}

static const char *difference_of_changes(const struct outcome *outcome)
{
    struct figure ours = of_two(outcome, outcome->figures->difference, OUTCOME_BASELINE, OUTCOME_AFTER);
    struct figure theirs =
        of_two(outcome, outcome->figures->difference, OUTCOME_COMPARATOR_BASELINE, OUTCOME_COMPARATOR_AFTER);
    const char *says = *outcome->estimate.effect ? "" : verdict(outcome);
    const char *words = difference(outcome, ours.decimals > theirs.decimals ? ours : theirs);
    return *says ? arena_format(outcome->arena, say("Beside that group’s, the change was %s, %s."), words, says)
                 : arena_format(outcome->arena, say("Beside that group’s, the change was %s."), words);
}

static const char *finding(const struct outcome *outcome)
{
    if (outcome->figures->has_gap)
        return gap_words(outcome);
    if (outcome->figures->has_difference)
        return difference_of_changes(outcome);
    return outcome->figures->has_difference_after ? difference_after(outcome) : "";
}

static const char *target(const struct outcome *outcome)
{
    if (!outcome->figures->has_target)
        return "";
    return arena_format(outcome->arena,
                        outcome->figures->target_met ? say("target of %s met") : say("target of %s not met"),
                        figure(outcome, OUTCOME_TARGET));
}

static const char *note(const struct outcome *outcome)
{
    const struct value *sample = number(outcome, OUTCOME_SAMPLE);
    const struct value *months = number(outcome, OUTCOME_AFTER_MONTHS);
    struct arena *arena = outcome->arena;
    struct string_list words = {0};
    if (sample)
        string_list_add(arena, &words, arena_format(arena, say("n = %s"), format_number(arena, sample->number)));
    if (months)
        string_list_add(arena, &words,
                        format_counted(arena, months->number, say("after %s month"), say("after %s months")));
    return string_list_join(arena, &words, " \u00b7 ");
}

/* "40 to 65 people", or the one figure that there is. */
static const char *span(const struct outcome *outcome, size_t before, size_t after)
{
    const struct value *first = number(outcome, before);
    const struct value *last = number(outcome, after);
    if (!first || !last)
        return figure(outcome, last ? after : before);
    if (value_member(outcome->value, OUTCOME_ABOUT)->number != 0)
        return arena_format(outcome->arena, say("%s to %s"), figure(outcome, before), figure(outcome, after));
    return format_from_to(outcome->arena, figure_of(first), figure_of(last), outcome->unit);
}

/* It stands behind the group's own, with the whole unit. */
static const char *comparator_span(const struct outcome *outcome)
{
    struct outcome theirs = *outcome;
    theirs.unit = outcome->unit_short;
    return span(&theirs, OUTCOME_COMPARATOR_BASELINE, OUTCOME_COMPARATOR_AFTER);
}

/* "16% instead of 6%": what a control had says what there would have been. */
static const char *instead(const struct outcome *outcome)
{
    const struct value *ours = number(outcome, OUTCOME_AFTER);
    const struct value *theirs = number(outcome, OUTCOME_COMPARATOR_AFTER);
    if (!outcome->figures->has_difference_after)
        return "";
    return format_instead(outcome->arena, figure_of(ours), figure_of(theirs), outcome->unit);
}

static bool is_figure(const struct case_study *study, size_t number)
{
    return outcome_kind(&study->fields[CASE_OUTCOMES].items[number]) == OUTCOME_IS_NUMBER;
}

static bool is_main(const struct case_study *study, size_t number)
{
    bool is_first = is_figure(study, number);
    for (size_t i = 0; i < study->fields[CASE_OUTCOMES].count; i++) {
        if (case_outcome_is_primary(study, i))
            return case_outcome_is_primary(study, number);
        is_first = is_first && (i >= number || !is_figure(study, i));
    }
    return is_first;
}

/* Those it is compared with, as a sentence calls them. */
static const char *theirs(const char *comparator_is)
{
    return strcmp(comparator_is, "control") == 0      ? say("the comparison group")
           : strcmp(comparator_is, "better-off") == 0 ? say("the better-off group")
           : strcmp(comparator_is, "average") == 0    ? say("the average")
                                                      : say("compared with");
}

struct outcome_words outcome_words_of(struct arena *arena, const struct case_study *study, size_t number_of,
                                      const struct vocabularies *vocabularies)
{
    const struct value *value = &study->fields[CASE_OUTCOMES].items[number_of];
    const struct outcome_figures *figures = &study->figures[number_of];
    const char *unit = value_text(value, OUTCOME_UNIT, "");
    const struct outcome outcome = {arena,
                                    value,
                                    figures,
                                    unit,
                                    format_unit_short(arena, unit),
                                    estimate_words_of(arena, &figures->estimate, unit, vocabularies)};
    const struct value *source = number(&outcome, OUTCOME_SOURCE);
    return (struct outcome_words){
        .is_figure = is_figure(study, number_of),
        .is_main = is_main(study, number_of),
        .label = value_text(value, OUTCOME_MEASURE, value_text(value, OUTCOME_MEASURE_ID, "")),
        .note = note(&outcome),
        .source = source ? (size_t)source->number : 0,
        .group = value_text(value, OUTCOME_GROUP, ""),
        .before = figure(&outcome, OUTCOME_BASELINE),
        .after = figure(&outcome, OUTCOME_AFTER),
        .change = change(&outcome),
        .verdict = verdict(&outcome),
        .target = target(&outcome),
        .comparator = value_text(value, OUTCOME_COMPARATOR, ""),
        .comparator_is = value_text(value, OUTCOME_COMPARATOR_IS, ""),
        .theirs = theirs(value_text(value, OUTCOME_COMPARATOR_IS, "")),
        .comparator_before = figure(&outcome, OUTCOME_COMPARATOR_BASELINE),
        .comparator_after = figure(&outcome, OUTCOME_COMPARATOR_AFTER),
        .comparator_change = comparator_change(&outcome),
        .finding = finding(&outcome),
        .span = span(&outcome, OUTCOME_BASELINE, OUTCOME_AFTER),
        .comparator_span = comparator_span(&outcome),
        .instead = instead(&outcome),
        .estimate = outcome.estimate,
        .compared_with = figures->has_difference_after ? "" : figures->estimate.compared_with};
}
