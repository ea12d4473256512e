#include "catalogue/site/case/case_parts.h"
#include "indexer/base/phrases.h"

static void write_told(struct frame *frame, const struct fact *told)
{
    if (!told->count)
        return;
    html_element(&frame->html, HTML_H3, NULL, told->label);
    case_fact_list(frame, told, HTML_UL);
}

/* Level and limits stand at the top of the page. */
static void write_evidence_next(struct frame *frame, const struct fact *next)
{
    if (!next->count)
        return;
    frame_section(frame, "evidence", next->label);
    html_open(&frame->html, HTML_P);
    case_fact_item(frame, &next->items[0]);
    html_close(&frame->html, HTML_P);
    html_element(&frame->html, HTML_P, "note",
                 say("The evidence level says how well the result is known, not how good it is. It is worked out from "
                     "the file."));
    html_close(&frame->html, HTML_SECTION);
}

static void write_result(struct frame *frame, const struct case_study *study, const struct facts *facts)
{
    if (!facts->outcome_count)
        return;
    frame_section(frame, "outcomes", say("The result"));
    case_figures_write(frame, study, facts);
    write_told(frame, facts_find(facts, "findings"));
    write_told(frame, facts_find(facts, "lived_experience"));
    html_close(&frame->html, HTML_SECTION);
}

void case_outcomes_write(struct frame *frame, const struct case_study *study, const struct facts *facts)
{
    write_result(frame, study, facts);
    write_evidence_next(frame, facts_find(facts, "evidence_next"));
}
