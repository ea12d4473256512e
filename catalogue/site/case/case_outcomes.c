#include "catalogue/site/case/case_parts.h"
#include "indexer/base/phrases.h"

static void write_told(struct frame *frame, const struct fact *told)
{
    if (!told->count)
        return;
    html_element(&frame->html, HTML_H3, NULL, told->label);
    case_fact_list(frame, told, HTML_UL);
}

void case_outcomes_write(struct frame *frame, const struct case_study *study, const struct facts *facts)
{
    if (!facts->outcome_count)
        return;
    frame_section(frame, "outcomes", say("The result"));
    case_figures_write(frame, study, facts);
    write_told(frame, facts_find(facts, "findings"));
    write_told(frame, facts_find(facts, "lived_experience"));
    html_close(&frame->html, HTML_SECTION);
}
