#include <math.h>
#include <string.h>

#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/parts/listing.h"
#include "search-cli/present/format.h"

/* One item of `outcomes` with what its measure says. */
struct outcome {
    const struct value *value;
    const struct outcome_figures *figures;
    const char *label;
    const char *unit;
};

static bool is_told(const struct value *value)
{
    return strcmp(value_text(value, OUTCOME_KIND, "number"), "number") != 0;
}

static struct outcome outcome_at(struct frame *frame, const struct case_study *study, size_t i)
{
    const struct value *value = &study->fields[CASE_OUTCOMES].items[i];
    const struct measure *measure =
        vocabulary_measure(frame->site->vocabularies, value_text(value, OUTCOME_MEASURE_ID, ""));
    return (struct outcome){.value = value,
                            .figures = &study->figures[i],
                            .label = value_text(value, OUTCOME_MEASURE, measure ? measure->label : ""),
                            .unit = value_text(value, OUTCOME_UNIT, measure ? measure->unit : "")};
}

static const struct value *number(const struct outcome *outcome, size_t member)
{
    const struct value *value = value_member(outcome->value, member);
    return value->kind == VALUE_NUMBER ? value : NULL;
}

static const char *figure(struct frame *frame, const struct outcome *outcome, size_t member)
{
    const struct value *value = number(outcome, member);
    return value ? format_with_unit(&frame->arena, value->number, outcome->unit) : NULL;
}

static void write_source(struct frame *frame, const struct outcome *outcome)
{
    const struct value *source = number(outcome, OUTCOME_SOURCE);
    if (!source)
        return;
    const char *digits = format_number(&frame->arena, source->number);
    html_text(&frame->html, " ");
    html_open(&frame->html, HTML_A);
    html_class(&frame->html, "source");
    html_address(&frame->html, "href",
                 frame_url(frame, arena_format(&frame->arena, "%s#source-%s", frame->path, digits)));
    html_format(&frame->html, "source %s", digits);
    html_close(&frame->html, HTML_A);
}

/* For whom, of how many, after how long. */
static void write_conditions(struct frame *frame, const struct outcome *outcome)
{
    const char *group = value_text(outcome->value, OUTCOME_GROUP, "");
    const struct value *sample = number(outcome, OUTCOME_SAMPLE);
    const struct value *months = number(outcome, OUTCOME_AFTER_MONTHS);
    html_open(&frame->html, HTML_SPAN);
    html_class(&frame->html, "note");
    html_text(&frame->html, group);
    if (sample)
        html_format(&frame->html, "%sn = %s", *group ? " · " : "", format_number(&frame->arena, sample->number));
    if (months)
        html_format(&frame->html, "%safter %s month%s", *group || sample ? " · " : "",
                    format_number(&frame->arena, months->number), months->number == 1 ? "" : "s");
    write_source(frame, outcome);
    html_close(&frame->html, HTML_SPAN);
}

static void write_change(struct frame *frame, const struct outcome *outcome)
{
    const struct outcome_figures *figures = outcome->figures;
    struct html *html = &frame->html;
    html_open(html, HTML_TD);
    if (figures->has_change) {
        bool still = figures->change == 0;
        html_element(html, HTML_STRONG, NULL, format_difference(&frame->arena, figures->change, outcome->unit));
        html_element(html, HTML_SPAN,
                     still             ? "verdict same"
                     : figures->better ? "verdict better"
                                       : "verdict worse",
                     still             ? "no change"
                     : figures->better ? "better"
                                       : "worse");
    } else {
        html_element(html, HTML_SPAN, "note", "no figure before");
    }
    if (figures->has_target)
        html_element(html, HTML_SPAN, "note",
                     arena_format(&frame->arena, "target %s %s", figure(frame, outcome, OUTCOME_TARGET),
                                  figures->target_met ? "met" : "not met"));
    html_close(html, HTML_TD);
}

static void write_row(struct frame *frame, const struct outcome *outcome)
{
    struct html *html = &frame->html;
    const char *before = figure(frame, outcome, OUTCOME_BASELINE);
    const char *after = figure(frame, outcome, OUTCOME_AFTER);
    html_open(html, HTML_TR);
    html_open(html, HTML_TH);
    html_attribute(html, "scope", "row");
    html_text(html, outcome->label);
    write_conditions(frame, outcome);
    html_close(html, HTML_TH);
    html_element(html, HTML_TD, NULL, before ? before : "–");
    html_element(html, HTML_TD, NULL, after ? after : "–");
    write_change(frame, outcome);
    html_close(html, HTML_TR);
}

/* Those it is compared with stand in a row of their own: their figures belong beside the group's. */
static void write_comparison(struct frame *frame, const struct outcome *outcome)
{
    const struct value *before = number(outcome, OUTCOME_COMPARATOR_BASELINE);
    const struct value *after = number(outcome, OUTCOME_COMPARATOR_AFTER);
    struct html *html = &frame->html;
    if (!after)
        return;
    html_open(html, HTML_TR);
    html_open(html, HTML_TH);
    html_attribute(html, "scope", "row");
    html_open(html, HTML_SPAN);
    html_class(html, "note");
    html_format(html, "compared with: %s", value_text(outcome->value, OUTCOME_COMPARATOR, "others"));
    html_close(html, HTML_SPAN);
    html_close(html, HTML_TH);
    html_element(html, HTML_TD, NULL, before ? figure(frame, outcome, OUTCOME_COMPARATOR_BASELINE) : "–");
    html_element(html, HTML_TD, NULL, figure(frame, outcome, OUTCOME_COMPARATOR_AFTER));
    html_element(html, HTML_TD, NULL,
                 before ? format_difference(&frame->arena, after->number - before->number, outcome->unit) : "–");
    html_close(html, HTML_TR);
}

static void write_table(struct frame *frame, const struct case_study *study)
{
    static const char *const heads[] = {"Measure", "Before", "After", "Change"};
    struct html *html = &frame->html;
    frame_scroll_box(frame, "Outcomes");
    html_open(html, HTML_TABLE);
    html_class(html, "outcomes");
    html_element(html, HTML_CAPTION, NULL, "Outcomes in figures");
    html_open(html, HTML_THEAD);
    html_open(html, HTML_TR);
    for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
        html_open(html, HTML_TH);
        html_attribute(html, "scope", "col");
        html_text(html, heads[i]);
        html_close(html, HTML_TH);
    }
    html_close(html, HTML_TR);
    html_close(html, HTML_THEAD);
    html_open(html, HTML_TBODY);
    for (size_t i = 0; i < study->fields[CASE_OUTCOMES].count; i++) {
        struct outcome outcome = outcome_at(frame, study, i);
        if (is_told(outcome.value))
            continue;
        write_row(frame, &outcome);
        write_comparison(frame, &outcome);
    }
    html_close(html, HTML_TBODY);
    html_close(html, HTML_TABLE);
    html_close(html, HTML_SECTION);
}

/* The bars of one comparison: who, when, how much. */
static const struct {
    size_t member;
    bool is_comparator;
    const char *when;
    const char *kind;
} bars[] = {
    {OUTCOME_BASELINE, false, "before", "group before"},
    {OUTCOME_AFTER, false, "after", "group after"},
    {OUTCOME_COMPARATOR_BASELINE, true, "before", "comparator before"},
    {OUTCOME_COMPARATOR_AFTER, true, "after", "comparator after"},
};
enum { BARS = sizeof bars / sizeof *bars };

/* The longest bar; 0 when there is nothing to draw from nought up. */
static double longest_bar(const struct outcome *outcome)
{
    double longest = 0;
    for (size_t i = 0; i < BARS; i++) {
        const struct value *value = number(outcome, bars[i].member);
        if (value && value->number < 0)
            return 0;
        if (value)
            longest = fmax(longest, value->number);
    }
    return longest;
}

static void write_bars(struct frame *frame, const struct outcome *outcome, double longest)
{
    struct html *html = &frame->html;
    const char *comparator = value_text(outcome->value, OUTCOME_COMPARATOR, "Comparison");
    const char *group = value_text(outcome->value, OUTCOME_GROUP, "Group");
    html_open(html, HTML_DL);
    html_class(html, "bars");
    for (size_t i = 0; i < BARS; i++) {
        const struct value *value = number(outcome, bars[i].member);
        if (!value)
            continue;
        html_open(html, HTML_DIV);
        html_element(html, HTML_DT, NULL,
                     arena_format(&frame->arena, "%s, %s", bars[i].is_comparator ? comparator : group, bars[i].when));
        html_open(html, HTML_DD);
        listing_bar(html, value->number / longest, bars[i].kind);
        html_element(html, HTML_SPAN, NULL, format_with_unit(&frame->arena, value->number, outcome->unit));
        html_close(html, HTML_DD);
        html_close(html, HTML_DIV);
    }
    html_close(html, HTML_DL);
}

static const char *gap_words(struct frame *frame, const struct outcome *outcome)
{
    static const char *const changes[] = {[GAP_NOT_MEASURED] = "",
                                          [GAP_NARROWED] = "The gap narrowed",
                                          [GAP_NO_CHANGE] = "No real change in the gap",
                                          [GAP_WIDENED] = "The gap widened",
                                          [GAP_NONE_AT_START] = "There was no gap at the start"};
    const struct outcome_figures *figures = outcome->figures;
    const char *unit = strcmp(outcome->unit, "%") == 0 ? "points" : outcome->unit;
    const char *after = format_with_unit(&frame->arena, figures->gap_after, unit);
    if (!figures->has_gap_before)
        return arena_format(&frame->arena, "The gap afterwards was %s. It was not measured before.", after);
    if (figures->gap_after < 0)
        after =
            arena_format(&frame->arena, "%s the other way", format_with_unit(&frame->arena, -figures->gap_after, unit));
    return arena_format(&frame->arena, "%s: %s before, %s after.", changes[figures->gap],
                        format_with_unit(&frame->arena, figures->gap_before, unit), after);
}

static void write_finding(struct frame *frame, const struct outcome *outcome)
{
    const struct outcome_figures *figures = outcome->figures;
    if (figures->has_gap)
        html_element(&frame->html, HTML_P, "finding", gap_words(frame, outcome));
    if (figures->has_difference)
        html_element(&frame->html, HTML_P, "finding",
                     arena_format(&frame->arena, "Compared with %s, the change was %s.",
                                  value_text(outcome->value, OUTCOME_COMPARATOR, "those without it"),
                                  format_difference(&frame->arena, figures->difference, outcome->unit)));
}

static void write_chart(struct frame *frame, const struct outcome *outcome)
{
    double longest = longest_bar(outcome);
    bool has_pair = number(outcome, OUTCOME_BASELINE) || number(outcome, OUTCOME_COMPARATOR_AFTER);
    if (!has_pair || longest <= 0)
        return;
    html_open(&frame->html, HTML_FIGURE);
    html_class(&frame->html, "chart");
    html_element(&frame->html, HTML_FIGCAPTION, NULL, outcome->label);
    write_bars(frame, outcome, longest);
    write_finding(frame, outcome);
    html_close(&frame->html, HTML_FIGURE);
}

static void write_told(struct frame *frame, const struct outcome *outcome)
{
    struct html *html = &frame->html;
    html_open(html, HTML_DIV);
    html_class(html, "told");
    html_element(html, HTML_H3, NULL, outcome->label);
    html_element(html, HTML_P, NULL, value_text(outcome->value, OUTCOME_FINDING, ""));
    const char *method = value_text(outcome->value, OUTCOME_METHOD, "");
    html_open(html, HTML_P);
    html_class(html, "note");
    if (*method)
        html_format(html, "How it was found: %s", format_sentence(&frame->arena, method));
    write_source(frame, outcome);
    html_close(html, HTML_P);
    html_close(html, HTML_DIV);
}

void case_outcomes_write(struct frame *frame, const struct case_study *study)
{
    size_t count = study->fields[CASE_OUTCOMES].count;
    size_t told = 0;
    for (size_t i = 0; i < count; i++)
        told += is_told(&study->fields[CASE_OUTCOMES].items[i]);
    if (!count)
        return;
    frame_section(frame, "outcomes", "The result");
    if (told < count)
        write_table(frame, study);
    for (size_t i = 0; i < count; i++) {
        struct outcome outcome = outcome_at(frame, study, i);
        if (is_told(outcome.value))
            write_told(frame, &outcome);
        else
            write_chart(frame, &outcome);
    }
    html_close(&frame->html, HTML_SECTION);
}
