#include "catalogue/site/case/case_files.h"

#include <string.h>

#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/json_ld.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/glossary/glossary.h"
#include "catalogue/site/parts/listing.h"
#include "indexer/base/phrases.h"
#include "indexer/content/publicity.h"
#include "search-cli/present/format.h"

static void write_learning(struct frame *frame, const struct fact *learning)
{
    if (!learning->count)
        return;
    struct html_mark part = frame_part(frame, HTML_SECTION, "learning", "learning", learning->label);
    case_fact_list(frame, learning, HTML_UL);
    html_close_to(&frame->html, part);
}

static void write_step(struct frame *frame, const char *anchor, const char *label)
{
    html_open(&frame->html, HTML_LI);
    frame_link(frame, path_at(&frame->arena, frame->path, anchor), label);
    html_close(&frame->html, HTML_LI);
}

/* The sections of the text and what stands far below them, so that each is a step away on a telephone too. */
static void write_contents(struct frame *frame, const struct case_study *study, const struct facts *facts)
{
    const struct fact *sources = facts_find(facts, "sources");
    struct html *html = &frame->html;
    html_open(html, HTML_DETAILS);
    html_class(html, "contents");
    html_element(html, HTML_SUMMARY, NULL, say("On this page"));
    html_open(html, HTML_UL);
    for (size_t i = 0; i < study->body.section_count; i++) {
        const char *heading = study->body.sections[i].heading;
        write_step(frame, case_section_anchor(&frame->arena, heading), say(heading));
    }
    if (sources->count)
        write_step(frame, "sources", sources->label);
    write_step(frame, "cite", say(case_heading_cite));
    write_step(frame, "facts", say(case_heading_facts));
    html_close(html, HTML_UL);
    html_close(html, HTML_DETAILS);
}

static void write_body(struct frame *frame, const struct case_study *study)
{
    frame_need_images(frame, &study->body);
    for (size_t i = 0; i < study->body.section_count; i++) {
        const struct markdown_section *section = &study->body.sections[i];
        frame_part(frame, HTML_SECTION, "text", case_section_anchor(&frame->arena, section->heading),
                   say(section->heading));
        glossary_rendered(frame, section->content);
        html_close(&frame->html, HTML_SECTION);
    }
}

/* A word to the reader before anything else: out of date, or last good state of a file with errors. */
static void write_notices(struct frame *frame, const struct case_study *study, const struct case_row *row,
                          enum publicity publicity)
{
    const char *reason = value_text(&study->fields[CASE_REVIEW], REVIEW_REASON, "");
    if (publicity == PUBLICITY_ARCHIVED)
        html_element(&frame->html, HTML_P, "notice",
                     arena_format(&frame->arena, "%s %s",
                                  say("Archived: this case study is kept for the record and may be out of date."),
                                  reason));
    if (row->outdated)
        html_element(&frame->html, HTML_P, "notice",
                     say("A newer version of this case study has errors. This is the last one that was good."));
}

static void write_whole(struct frame *frame, const struct case_study *study, const struct case_row *row,
                        const struct facts *facts, enum publicity publicity)
{
    struct html *html = &frame->html;
    write_notices(frame, study, row, publicity);
    html_open(html, HTML_P);
    html_class(html, "lead");
    glossary_text(frame, row->summary);
    html_close(html, HTML_P);
    listing_labels(frame, row);
    listing_choice(frame, row);
    case_top_write(frame, study, facts);
    write_contents(frame, study, facts);
    html_open(html, HTML_DIV);
    html_class(html, "beside");
    html_open(html, HTML_DIV);
    html_class(html, "prose");
    write_learning(frame, facts_find(facts, "learning"));
    case_outcomes_write(frame, study, facts);
    write_body(frame, study);
    case_told_write(frame, facts);
    case_similar_write(frame, row->id, &frame->site->similar[row->row], facts_find(facts, "related"));
    case_about_write(frame, study, facts);
    html_close(html, HTML_DIV);
    case_facts_write(frame, facts);
    html_close(html, HTML_DIV);
}

static void write_withdrawn(struct frame *frame, const struct case_study *study)
{
    const char *reason = value_text(&study->fields[CASE_REVIEW], REVIEW_REASON, say("No reason was recorded."));
    html_element(&frame->html, HTML_P, "notice", say("This case study was withdrawn and should not be used."));
    html_element(&frame->html, HTML_P, NULL, format_sentence(&frame->arena, reason));
}

void case_page(const struct site *site, const struct case_row *row, const struct case_study *study,
               const struct facts *facts, struct site_files *files)
{
    struct frame frame;
    struct arena arena = {0};
    enum publicity publicity = publicity_of(row->review_status, site->settings->require_review);
    bool is_withdrawn = publicity == PUBLICITY_WITHDRAWN;
    frame_open(&frame, site, files,
               &(struct frame_head){.path = path_case(&arena, row->id),
                                    .title = row->title,
                                    .description = is_withdrawn ? say("This case study was withdrawn.") : row->summary,
                                    .modified = case_newest_date(study),
                                    .data = is_withdrawn ? NULL : json_ld_case(&arena, site, study),
                                    .crumbs = {{say("Case studies"), path_cases}}});
    if (is_withdrawn)
        write_withdrawn(&frame, study);
    else
        write_whole(&frame, study, row, facts, publicity);
    frame_close(&frame);
    arena_free(&arena);
}
