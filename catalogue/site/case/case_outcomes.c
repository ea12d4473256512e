#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/parts/bars.h"

/* A figure, or the dash that stands in its place. */
static void write_figure(struct html *html, const char *figure)
{
    html_element(html, HTML_TD, NULL, *figure ? figure : "–");
}

void case_outcome_head(struct frame *frame, const struct outcome_words *words)
{
    struct fact_item conditions = {0};
    fact_part(&conditions, (struct fact_part){.text = words->group, .note = true});
    fact_part(&conditions, (struct fact_part){.text = words->note, .note = true});
    fact_add_source(&frame->arena, &conditions, words->source);
    html_open(&frame->html, HTML_TH);
    html_attribute(&frame->html, "scope", "row");
    html_text(&frame->html, words->label);
    case_fact_item(frame, &conditions);
    html_close(&frame->html, HTML_TH);
}

void case_outcome_verdict(struct html *html, const struct outcome_words *words)
{
    static const char *const classes[] = {[VERDICT_BETTER] = "verdict better",
                                          [VERDICT_WORSE] = "verdict worse",
                                          [VERDICT_SAME] = "verdict same",
                                          [VERDICT_UNSURE] = "verdict same"};
    if (words->verdict != VERDICT_NONE)
        html_element(html, HTML_SPAN, classes[words->verdict], words->verdict_words);
}

/* What an effect was worked out for is judged beside the effect. */
static void write_change(struct frame *frame, const struct outcome_words *words)
{
    struct html *html = &frame->html;
    html_open(html, HTML_TD);
    if (*words->change)
        html_element(html, HTML_STRONG, NULL, words->change);
    else
        html_text(html, "–");
    if (!*words->estimate.effect)
        case_outcome_verdict(html, words);
    html_close(html, HTML_TD);
}

static void write_after(struct html *html, const struct outcome_words *words)
{
    html_open(html, HTML_TD);
    html_text(html, words->after);
    if (*words->target)
        html_element(html, HTML_SPAN, "note", words->target);
    html_close(html, HTML_TD);
}

/* Where nothing was measured before there is no change to tell, and no columns for them. */
static void write_row(struct frame *frame, const struct outcome_words *words, bool has_before)
{
    struct html *html = &frame->html;
    html_open(html, HTML_TR);
    case_outcome_head(frame, words);
    if (has_before)
        write_figure(html, words->before);
    write_after(html, words);
    if (has_before)
        write_change(frame, words);
    html_close(html, HTML_TR);
}

/* Those it is compared with stand in a row of their own: their figures belong beside the group's. */
static void write_comparison(struct frame *frame, const struct outcome_words *words, bool has_before)
{
    struct html *html = &frame->html;
    if (!*words->comparator_after)
        return;
    html_open(html, HTML_TR);
    html_open(html, HTML_TH);
    html_attribute(html, "scope", "row");
    html_element(html, HTML_SPAN, "note", arena_format(&frame->arena, "compared with %s", words->comparator));
    html_close(html, HTML_TH);
    if (has_before)
        write_figure(html, words->comparator_before);
    write_figure(html, words->comparator_after);
    if (has_before)
        write_figure(html, words->comparator_change);
    html_close(html, HTML_TR);
}

void case_table_head(struct html *html, const char *caption, const char *const *heads)
{
    html_element(html, HTML_CAPTION, NULL, caption);
    html_open(html, HTML_THEAD);
    html_open(html, HTML_TR);
    for (; *heads; heads++) {
        html_open(html, HTML_TH);
        html_attribute(html, "scope", "col");
        html_text(html, *heads);
        html_close(html, HTML_TH);
    }
    html_close(html, HTML_TR);
    html_close(html, HTML_THEAD);
}

static bool is_measured(const struct outcome_words *words)
{
    return *words->before || *words->after;
}

static void write_rows(struct frame *frame, const struct facts *facts, size_t count, bool has_before)
{
    html_open(&frame->html, HTML_TBODY);
    for (size_t i = 0; i < count; i++) {
        if (!is_measured(&facts->outcomes[i]))
            continue;
        write_row(frame, &facts->outcomes[i], has_before);
        write_comparison(frame, &facts->outcomes[i], has_before);
    }
    html_close(&frame->html, HTML_TBODY);
}

static void write_table(struct frame *frame, const struct facts *facts, size_t count)
{
    static const char *const four[] = {"Measure", "Before", "After", "Change", NULL};
    static const char *const two[] = {"Measure", "Figure", NULL};
    bool has_before = false;
    bool has_any = false;
    for (size_t i = 0; i < count; i++) {
        has_any |= is_measured(&facts->outcomes[i]);
        has_before |= *facts->outcomes[i].before != '\0';
    }
    if (!has_any)
        return;
    frame_scroll_box(frame, "Figures");
    html_open(&frame->html, HTML_TABLE);
    html_class(&frame->html, has_before ? "outcomes with-change" : "outcomes");
    case_table_head(&frame->html, has_before ? "Figures before and after" : "Figures", has_before ? four : two);
    write_rows(frame, facts, count, has_before);
    html_close(&frame->html, HTML_TABLE);
    html_close(&frame->html, HTML_SECTION);
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

static void write_limits(struct frame *frame, const struct fact *limits)
{
    if (!limits->count)
        return;
    html_open(&frame->html, HTML_P);
    html_element(&frame->html, HTML_STRONG, NULL, arena_format(&frame->arena, "%s:", limits->label));
    html_close(&frame->html, HTML_P);
    case_fact_list(frame, limits, HTML_UL);
}

/* In words, as steps or figures would look like a mark. */
static void write_evidence(struct frame *frame, const struct facts *facts)
{
    struct html *html = &frame->html;
    const struct fact *next = facts_find(facts, "evidence_next");
    frame_section(frame, "evidence", "How well is the result known?");
    html_open(html, HTML_P);
    case_fact_item(frame, &facts_find(facts, "evidence_level")->items[0]);
    html_close(html, HTML_P);
    write_limits(frame, facts_find(facts, "limited_by"));
    if (next->count) {
        html_open(html, HTML_P);
        html_element(html, HTML_STRONG, NULL, arena_format(&frame->arena, "%s: ", next->label));
        case_fact_item(frame, &next->items[0]);
        html_close(html, HTML_P);
    }
    html_element(html, HTML_P, "note",
                 "The level says how well the result is known, not how good it is. It is worked out from the file.");
    html_close(html, HTML_SECTION);
}

static void write_result(struct frame *frame, const struct case_study *study, const struct facts *facts)
{
    const struct value *outcomes = &study->fields[CASE_OUTCOMES];
    if (!outcomes->count)
        return;
    frame_section(frame, "outcomes", "The result");
    write_main(frame, facts_find(facts, "main_outcomes"));
    case_effects_write(frame, study, facts);
    write_table(frame, facts, outcomes->count);
    for (size_t i = 0; i < outcomes->count; i++)
        bars_draw(&frame->html, &frame->arena, &outcomes->items[i], &facts->outcomes[i]);
    write_told(frame, facts_find(facts, "findings"));
    write_told(frame, facts_find(facts, "lived_experience"));
    html_close(&frame->html, HTML_SECTION);
}

void case_outcomes_write(struct frame *frame, const struct case_study *study, const struct facts *facts)
{
    write_result(frame, study, facts);
    write_evidence(frame, facts);
}
