#include "catalogue/site/case/case_parts.h"

static void write_level(struct frame *frame, const struct facts *facts)
{
    struct html *html = &frame->html;
    frame_section(frame, "evidence", "How well is the result known?");
    html_open(html, HTML_P);
    case_fact_item(frame, &facts_find(facts, "evidence_level")->items[0]);
    html_close(html, HTML_P);
    const struct fact *limits = facts_find(facts, "limited_by");
    if (limits->count) {
        html_element(html, HTML_P, NULL, arena_format(&frame->arena, "%s:", limits->label));
        case_fact_list(frame, limits, HTML_UL);
    }
    const struct fact *next = facts_find(facts, "evidence_next");
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

void case_evidence_write(struct frame *frame, const struct facts *facts)
{
    write_level(frame, facts);
    case_fact_section(frame, facts_find(facts, "editors_notes"), "editors-notes");
    case_fact_section(frame, facts_find(facts, "searches"), "searches");
    case_fact_section(frame, facts_find(facts, "principles"), "principles");
    case_fact_section(frame, facts_find(facts, "adoptions"), "adoptions");
}
