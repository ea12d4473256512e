#include <string.h>

#include "catalogue/reports/principles.h"
#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/paths.h"
#include "search-cli/present/format.h"

/* The levels as steps, the case's own marked. */
static void write_steps(struct frame *frame, const struct case_study *study)
{
    struct html *html = &frame->html;
    const struct facet *facet = facet_find("evidence");
    const struct vocabulary *levels = vocabulary_find(frame->site->vocabularies, facet->vocabulary);
    html_open(html, HTML_OL);
    html_class(html, "steps");
    for (size_t i = 0; levels && i < levels->count; i++) {
        html_open(html, HTML_LI);
        if ((int)i <= study->evidence.level)
            html_class(html, "reached");
        if ((int)i == study->evidence.level)
            html_attribute(html, "aria-current", "step");
        frame_term(frame, facet, levels->terms[i].id);
        html_close(html, HTML_LI);
    }
    html_close(html, HTML_OL);
}

static void write_level(struct frame *frame, const struct case_study *study)
{
    struct html *html = &frame->html;
    frame_section(frame, "evidence", "How well is the result known?");
    write_steps(frame, study);
    html_open(html, HTML_P);
    html_element(html, HTML_STRONG, NULL,
                 arena_format(&frame->arena, "%s. ",
                              vocabulary_label(frame->site->vocabularies, "evidence", study->evidence.id)));
    html_text(html, study->evidence.reason);
    html_close(html, HTML_P);
    if (study->evidence.next) {
        html_open(html, HTML_P);
        html_element(html, HTML_STRONG, NULL, "What would raise it: ");
        html_text(html, study->evidence.next);
        html_close(html, HTML_P);
    }
    html_element(html, HTML_P, "note",
                 "The level says how well the result is known, not how good it is. It is worked out from the file.");
    html_close(html, HTML_SECTION);
}

static const char *standing(const struct principle *principle)
{
    if (!principle->can_be_shown)
        return "claimed; no field can show it";
    if (principle->claimed)
        return principle->shown ? "claimed, and shown by the facts" : "claimed; the facts do not show it";
    return "shown by the facts, though not claimed";
}

static void write_principles(struct frame *frame, const struct case_study *study)
{
    struct principles principles = principles_of(&frame->arena, study, frame->site->vocabularies, frame->site->as_of);
    struct html *html = &frame->html;
    if (!principles.count)
        return;
    frame_section(frame, "principles", "Partnership principles");
    html_open(html, HTML_UL);
    for (size_t i = 0; i < principles.count; i++) {
        html_open(html, HTML_LI);
        frame_term(frame, facet_find("principles"), principles.items[i].term->id);
        html_format(html, ": %s", standing(&principles.items[i]));
        html_close(html, HTML_LI);
    }
    html_close(html, HTML_UL);
    html_close(html, HTML_SECTION);
}

static void write_adoption(struct frame *frame, const struct value *adoption)
{
    struct html *html = &frame->html;
    const char *by = value_text(adoption, ADOPTION_BY, "");
    const char *changes = value_text(adoption, ADOPTION_CHANGES, "");
    html_open(html, HTML_LI);
    html_element(html, HTML_STRONG, NULL, value_text(adoption, ADOPTION_WHERE, ""));
    html_format(html, ", %s. Result: %s.", value_text(adoption, ADOPTION_YEAR, ""),
                format_lower(&frame->arena, vocabulary_label(frame->site->vocabularies, "result",
                                                             value_text(adoption, ADOPTION_RESULT, ""))));
    if (*by)
        html_format(html, " By: %s.", by);
    if (*changes)
        html_format(html, " What was different: %s", format_sentence(&frame->arena, changes));
    html_close(html, HTML_LI);
}

static void write_adoptions(struct frame *frame, const struct case_study *study)
{
    const struct value *adoptions = &study->fields[CASE_ADOPTIONS];
    if (!adoptions->count)
        return;
    frame_section(frame, "adoptions", "Taken up elsewhere");
    html_open(&frame->html, HTML_UL);
    for (size_t i = 0; i < adoptions->count; i++)
        write_adoption(frame, &adoptions->items[i]);
    html_close(&frame->html, HTML_UL);
    html_close(&frame->html, HTML_SECTION);
}

void case_evidence_write(struct frame *frame, const struct case_study *study)
{
    write_level(frame, study);
    write_principles(frame, study);
    write_adoptions(frame, study);
}
