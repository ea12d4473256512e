#include "indexer/content/outcome_check.h"

#include <string.h>

#include "indexer/content/codes.h"
#include "indexer/content/estimate.h"
#include "indexer/content/nearest.h"
#include "indexer/content/outcome.h"

enum { LEVEL_LEAST = 50 };

static void check_measure(struct arena *arena, const struct value *named, const struct vocabularies *vocabularies,
                          struct diagnostics *diagnostics)
{
    if (named->kind != VALUE_TEXT || vocabulary_measure(vocabularies, named->text))
        return;
    struct string_list ids = {0};
    for (size_t i = 0; i < vocabularies->measure_count; i++)
        string_list_add(arena, &ids, vocabularies->measures[i].id);
    bool alone = false;
    const char *near = nearest_alone(named->text, ids.items, ids.count, &alone);
    report(diagnostics, CODE_MEASURE, named->place,
           near ? arena_format(arena, "did you mean %s?", near)
                : "what was measured? Say it in your own words under measure:, in place of measure_id:",
           "\"%s\" is not a measure of measures.yaml", named->text);
    if (near && named->span)
        diagnostics_fix(diagnostics, (struct place){named->place.line, named->place.column, named->span}, near, alone);
}

/* Whether it was written; what was written and could not be used was reported already. */
static bool has(const struct value *outcome, size_t member)
{
    const struct value *value = value_member(outcome, member);
    return value->kind != VALUE_NONE || (value->place.line && !value->unanswered);
}

/* That it says which way is better is not asked: without it no side is claimed. */
static void check_estimate(const struct value *outcome, struct diagnostics *diagnostics)
{
    const struct value *map = value_member(outcome, OUTCOME_ESTIMATE);
    struct estimate estimate = estimate_of(outcome);
    if (map->kind != VALUE_MAP)
        return;
    if (has(map, ESTIMATE_LOW) != has(map, ESTIMATE_HIGH))
        report(diagnostics, CODE_ESTIMATE_END, map->place, "give both low: and high:, or neither",
               "the range of this estimate has one end");
    else if (estimate.has_range && (estimate.low > estimate.value || estimate.value > estimate.high))
        report(diagnostics, CODE_ESTIMATE, value_member(map, ESTIMATE_VALUE)->place,
               "low: is the smaller end, high: the larger", "%s does not lie between %s and %s",
               value_text(map, ESTIMATE_VALUE, ""), value_text(map, ESTIMATE_LOW, ""),
               value_text(map, ESTIMATE_HIGH, ""));
    if (estimate.is_ratio && (estimate.value <= 0 || (estimate.has_range && estimate.low < 0)))
        report(diagnostics, CODE_ESTIMATE_RATIO, value_member(map, ESTIMATE_VALUE)->place,
               "is it a ratio? What is counted in points or percent is a difference, under type:",
               "a ratio is more than 0");
    if (has(map, ESTIMATE_LEVEL) && (estimate.level < LEVEL_LEAST || estimate.level >= 100))
        report(diagnostics, CODE_ESTIMATE_LEVEL, value_member(map, ESTIMATE_LEVEL)->place,
               "leave it out where it is 95, which is usual; else write it in percent",
               "the level of a range lies between %d and 100 percent", LEVEL_LEAST);
}

/* A list that could not be read, or is not there, was told once. */
static void check_source_number(const struct value *source, const struct value *sources,
                                struct diagnostics *diagnostics)
{
    if (sources->kind == VALUE_LIST && source->kind == VALUE_NUMBER &&
        (source->number < 1 || source->number > (double)sources->written))
        report(diagnostics, CODE_SOURCE_NUMBER, source->place, "count the items of sources from 1",
               "source %s is not in the list, which has %zu", source->text, sources->written);
}

/* Whether a text names a year: four digits that begin with 18, 19 or 20. */
static bool names_year(const char *text)
{
    for (size_t at = 0; text[at]; at++) {
        size_t size = strspn(text + at, "0123456789");
        if (size == 4 &&
            (memcmp(text + at, "18", 2) == 0 || memcmp(text + at, "19", 2) == 0 || memcmp(text + at, "20", 2) == 0))
            return true;
        at += size ? size - 1 : 0;
    }
    return false;
}

/* Whether an outcome says of when it is: by a year in its words or of its source, or by how long after it was counted. */
static bool has_period(const struct value *outcome, const struct value *sources)
{
    static const size_t texts[] = {OUTCOME_MEASURE, OUTCOME_UNIT, OUTCOME_GROUP, OUTCOME_COMPARATOR, OUTCOME_METHOD};
    const struct value *number = value_member(outcome, OUTCOME_SOURCE);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (names_year(value_text(outcome, texts[i], "")))
            return true;
    bool listed = number->kind == VALUE_NUMBER && number->number >= 1 && number->number <= (double)sources->count;
    return has(outcome, OUTCOME_AFTER_MONTHS) ||
           (listed && has(&sources->items[(size_t)number->number - 1], SOURCE_YEAR));
}

/* Told once, for the first of them; the dates of the work are a period for all. */
static void check_periods(const struct case_study *study, struct diagnostics *diagnostics)
{
    const struct value *outcomes = &study->fields[CASE_OUTCOMES];
    const struct value *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < outcomes->count; i++) {
        const struct value *outcome = &outcomes->items[i];
        if (!has(outcome, OUTCOME_BASELINE) || !has(outcome, OUTCOME_AFTER) ||
            has_period(outcome, &study->fields[CASE_SOURCES]))
            continue;
        first = first ? first : outcome;
        count++;
    }
    if (!first || !study->complete_front || study->fields[CASE_START].place.line || study->fields[CASE_END].place.line)
        return;
    report(diagnostics, CODE_NO_PERIOD, value_member(first, OUTCOME_BASELINE)->place,
           "write the years into group:, or say when it began under start:",
           count > 1 ? "nothing says of which years these figures are, nor those of %zu more"
                     : "nothing says of which years these figures are",
           count - 1);
}

void outcome_check(struct arena *arena, const struct case_study *study, const struct vocabularies *vocabularies,
                   struct diagnostics *diagnostics)
{
    const struct value *outcomes = &study->fields[CASE_OUTCOMES];
    const struct value *sources = &study->fields[CASE_SOURCES];
    bool without = !sources->place.line || sources->unanswered;
    for (size_t i = 0; i < outcomes->count; i++) {
        const struct value *outcome = &outcomes->items[i];
        const struct value *source = value_member(outcome, OUTCOME_SOURCE);
        check_measure(arena, value_member(outcome, OUTCOME_MEASURE_ID), vocabularies, diagnostics);
        check_estimate(outcome, diagnostics);
        if (without && source->kind == VALUE_NUMBER && study->complete_front) {
            report(diagnostics, CODE_NO_SOURCES, source->place,
                   "where do the figures come from? Each source is an item of sources:, with its title: and url:",
                   "figures name their sources by number, and there are no sources");
            without = false;
        }
        check_source_number(source, sources, diagnostics);
    }
    check_periods(study, diagnostics);
}
