#include <math.h>

#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/parts/listing.h"
#include "indexer/content/outcome.h"
#include "search-cli/present/format.h"
#include "search-cli/present/outcome_words.h"

/* A figure, or the dash that stands in its place. */
static void write_figure(struct html *html, const char *figure)
{
    html_element(html, HTML_TD, NULL, *figure ? figure : "–");
}

static void open_row(struct html *html)
{
    html_open(html, HTML_TR);
    html_open(html, HTML_TH);
    html_attribute(html, "scope", "row");
}

/* For whom, of how many, after how long, and who says so. */
static void write_conditions(struct frame *frame, const struct outcome_words *words)
{
    struct fact_item item = {0};
    fact_part(&item, (struct fact_part){.text = words->group, .note = true});
    fact_part(&item, (struct fact_part){.text = words->note, .note = true});
    fact_add_source(&frame->arena, &item, words->source);
    case_fact_item(frame, &item);
}

static void write_change(struct frame *frame, const struct outcome_words *words)
{
    static const char *const classes[] = {[VERDICT_BETTER] = "verdict better",
                                          [VERDICT_WORSE] = "verdict worse",
                                          [VERDICT_SAME] = "verdict same",
                                          [VERDICT_UNSURE] = "verdict same"};
    struct html *html = &frame->html;
    html_open(html, HTML_TD);
    if (*words->change)
        html_element(html, HTML_STRONG, NULL, words->change);
    if (*words->estimate.effect)
        html_element(html, HTML_STRONG, NULL, words->estimate.effect);
    if (*words->estimate.range)
        html_element(html, HTML_SPAN, "note", words->estimate.range);
    if (*words->compared_with)
        html_element(html, HTML_SPAN, "note", arena_format(&frame->arena, "compared with: %s", words->compared_with));
    if (!*words->change && !*words->estimate.effect)
        html_element(html, HTML_SPAN, "note", "no figure before");
    if (words->verdict != VERDICT_NONE)
        html_element(html, HTML_SPAN, classes[words->verdict], words->verdict_words);
    if (*words->target)
        html_element(html, HTML_SPAN, "note", words->target);
    html_close(html, HTML_TD);
}

static void write_row(struct frame *frame, const struct outcome_words *words)
{
    struct html *html = &frame->html;
    open_row(html);
    html_text(html, words->label);
    write_conditions(frame, words);
    html_close(html, HTML_TH);
    write_figure(html, words->before);
    write_figure(html, words->after);
    write_change(frame, words);
    html_close(html, HTML_TR);
}

/* Those it is compared with stand in a row of their own: their figures belong beside the group's. */
static void write_comparison(struct frame *frame, const struct outcome_words *words)
{
    struct html *html = &frame->html;
    if (!*words->comparator_after)
        return;
    open_row(html);
    html_element(html, HTML_SPAN, "note", arena_format(&frame->arena, "compared with: %s", words->comparator));
    html_close(html, HTML_TH);
    write_figure(html, words->comparator_before);
    write_figure(html, words->comparator_after);
    write_figure(html, words->comparator_change);
    html_close(html, HTML_TR);
}

static void write_head(struct html *html)
{
    static const char *const heads[] = {"Measure", "Before", "After", "Change"};
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
}

static void write_table(struct frame *frame, const struct case_study *study, const struct facts *facts)
{
    struct html *html = &frame->html;
    frame_scroll_box(frame, "Outcomes");
    html_open(html, HTML_TABLE);
    html_class(html, "outcomes");
    write_head(html);
    html_open(html, HTML_TBODY);
    for (size_t i = 0; i < study->fields[CASE_OUTCOMES].count; i++) {
        if (outcome_kind(&study->fields[CASE_OUTCOMES].items[i]) != OUTCOME_IS_NUMBER)
            continue;
        write_row(frame, &facts->outcomes[i]);
        write_comparison(frame, &facts->outcomes[i]);
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
static double longest_bar(const struct value *outcome)
{
    double longest = 0;
    for (size_t i = 0; i < BARS; i++) {
        double number = value_member(outcome, bars[i].member)->number;
        if (number < 0)
            return 0;
        longest = fmax(longest, number);
    }
    return longest;
}

static void write_bar(struct frame *frame, const char *who, const char *figure, double share, size_t i)
{
    struct html *html = &frame->html;
    html_open(html, HTML_DIV);
    html_element(html, HTML_DT, NULL, arena_format(&frame->arena, "%s, %s", who, bars[i].when));
    html_open(html, HTML_DD);
    listing_bar(html, share, bars[i].kind);
    html_element(html, HTML_SPAN, NULL, figure);
    html_close(html, HTML_DD);
    html_close(html, HTML_DIV);
}

static void write_bars(struct frame *frame, const struct value *outcome, const struct outcome_words *words)
{
    const char *const figures[BARS] = {words->before, words->after, words->comparator_before, words->comparator_after};
    double longest = longest_bar(outcome);
    html_open(&frame->html, HTML_DL);
    html_class(&frame->html, "bars");
    for (size_t i = 0; i < BARS; i++) {
        const char *who = bars[i].is_comparator ? words->comparator : words->group;
        if (*figures[i])
            write_bar(frame,
                      *who                    ? who
                      : bars[i].is_comparator ? "Comparison"
                                              : "Group",
                      figures[i], value_member(outcome, bars[i].member)->number / longest, i);
    }
    html_close(&frame->html, HTML_DL);
}

static void write_chart(struct frame *frame, const struct value *outcome, const struct outcome_words *words)
{
    if ((!*words->before && !*words->comparator_after) || longest_bar(outcome) <= 0)
        return;
    html_open(&frame->html, HTML_FIGURE);
    html_class(&frame->html, "chart");
    html_element(&frame->html, HTML_FIGCAPTION, NULL, words->label);
    write_bars(frame, outcome, words);
    if (*words->finding)
        html_element(&frame->html, HTML_P, "finding", words->finding);
    html_close(&frame->html, HTML_FIGURE);
}

static void write_told(struct frame *frame, const struct fact *told)
{
    if (!told->count)
        return;
    html_element(&frame->html, HTML_H3, NULL, told->label);
    case_fact_list(frame, told, HTML_UL);
}

/* Each main result in its sentence. */
static void write_main(struct frame *frame, const struct fact *sentences)
{
    for (size_t i = 0; i < sentences->count; i++) {
        html_open(&frame->html, HTML_P);
        case_fact_item(frame, &sentences->items[i]);
        html_close(&frame->html, HTML_P);
    }
}

void case_outcomes_write(struct frame *frame, const struct case_study *study, const struct facts *facts)
{
    const struct value *outcomes = &study->fields[CASE_OUTCOMES];
    const struct fact *sentences = facts_find(facts, "main_outcomes");
    if (!outcomes->count)
        return;
    frame_section(frame, "outcomes", "The result");
    write_main(frame, sentences);
    if (sentences->count)
        write_table(frame, study, facts);
    for (size_t i = 0; i < outcomes->count; i++) {
        if (outcome_kind(&outcomes->items[i]) == OUTCOME_IS_NUMBER)
            write_chart(frame, &outcomes->items[i], &facts->outcomes[i]);
    }
    write_told(frame, facts_find(facts, "findings"));
    write_told(frame, facts_find(facts, "lived_experience"));
    html_close(&frame->html, HTML_SECTION);
}
