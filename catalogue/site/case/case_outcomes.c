#include "catalogue/site/case/case_parts.h"

static void write_told(struct frame *frame, const struct fact *told)
{
    if (!told->count)
        return;
    html_element(&frame->html, HTML_H3, NULL, told->label);
    case_fact_list(frame, told, HTML_UL);
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
    if (!facts->outcome_count)
        return;
    frame_section(frame, "outcomes", "The result");
    case_figures_write(frame, study, facts);
    write_told(frame, facts_find(facts, "findings"));
    write_told(frame, facts_find(facts, "lived_experience"));
    html_close(&frame->html, HTML_SECTION);
}

void case_outcomes_write(struct frame *frame, const struct case_study *study, const struct facts *facts)
{
    write_result(frame, study, facts);
    write_evidence(frame, facts);
}
