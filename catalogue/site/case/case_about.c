#include "catalogue/site/case/case_files.h"
#include "catalogue/site/case/case_parts.h"
#include "catalogue/site/frame/paths.h"
#include "indexer/base/phrases.h"
#include "search-cli/present/citation.h"
#include "search-cli/present/format.h"

const char case_heading_cite[] = PHRASE("How to cite this");

/* Figures and sentences refer to sources by number. */
static void write_sources(struct frame *frame, const struct fact *sources)
{
    struct html *html = &frame->html;
    if (!sources->count)
        return;
    frame_section(frame, "sources", sources->label);
    html_open(html, HTML_OL);
    html_class(html, "sources");
    for (size_t i = 0; i < sources->count; i++) {
        html_open(html, HTML_LI);
        html_id(html, arena_format(&frame->arena, "source-%zu", i + 1));
        case_fact_item(frame, &sources->items[i]);
        html_close(html, HTML_LI);
    }
    html_close(html, HTML_OL);
    html_close(html, HTML_SECTION);
}

/* The reference in a format, which is saved from the page itself. */
static void write_citation_link(struct frame *frame, const struct case_study *study, size_t format)
{
    struct html *html = &frame->html;
    const char *extension = citation_formats[format].extension;
    struct text citation = {0};
    case_citation(&citation, frame->site, study, format);
    html_open(html, HTML_A);
    html_address(html, "href", url_data(&frame->arena, text_string(&citation)));
    html_attribute(html, "download", arena_format(&frame->arena, "%s.%s", study->id, extension));
    html_text(html, citation_formats[format].name);
    html_close(html, HTML_A);
    text_free(&citation);
}

/* The reference in each format, and the whole case as data. */
static void write_citation_files(struct frame *frame, const struct case_study *study)
{
    struct html *html = &frame->html;
    html_open(html, HTML_P);
    html_class(html, "offer");
    html_lead(html, say("For reference managers:"));
    for (size_t i = 0; i < CITATION_FORMATS; i++) {
        write_citation_link(frame, study, i);
        html_text(html, i + 1 < CITATION_FORMATS ? " · " : ".");
    }
    html_open(html, HTML_SPAN); /* the single file leaves it out */
    html_class(html, "as-data");
    html_text(html, " ");
    html_lead(html, say("For programs:"));
    frame_link(frame, path_case_data(&frame->arena, study->id), say("this case study as JSON"));
    html_text(html, ".");
    html_close(html, HTML_SPAN);
    html_close(html, HTML_P);
}

static void write_citation(struct frame *frame, const struct case_study *study, const struct fact *licence)
{
    const struct settings *settings = frame->site->settings;
    struct html *html = &frame->html;
    struct url url;
    const char *published = format_date(&frame->arena, case_text(study, CASE_PUBLISHED, ""));
    frame_section(frame, "cite", say(case_heading_cite));
    html_open(html, HTML_P);
    html_class(html, "citation");
    html_format(html, "%s. ", *settings->publisher ? settings->publisher : settings->title);
    html_element(html, HTML_CITE, NULL, case_text(study, CASE_TITLE, ""));
    html_text(html, ". ");
    html_format(html, say("In: %s."), settings->title);
    html_format(html, " %s%s", published, *published ? "." : "");
    if (url_absolute(&frame->arena, frame->site->base_url, frame->path, &url)) {
        html_text(html, " ");
        html_link(html, url, url.address);
    }
    html_close(html, HTML_P);
    html_open(html, HTML_P);
    html_format(html, "%s: %s.", licence->label, fact_words(&frame->arena, licence));
    html_close(html, HTML_P);
    write_citation_files(frame, study);
    html_close(html, HTML_SECTION);
}

/* "Published 1 May 2024."; nothing when the case does not say. */
static const char *told(struct frame *frame, const struct fact *fact, const char *between)
{
    if (!fact->count)
        return "";
    return arena_format(&frame->arena, "%s%s%s", fact->label, between,
                        format_sentence(&frame->arena, fact_words(&frame->arena, fact)));
}

/* What a reader can add: a form of the site for each, and the file itself where it is kept. */
static void write_ways_to_add(struct frame *frame, const struct case_study *study)
{
    struct html *html = &frame->html;
    struct url form = frame_url(frame, path_contribute);
    struct url repository;
    bool has_form = site_has(frame->site, path_contribute);
    bool has_repository = url_allow(&frame->arena, frame->site->settings->repository, &repository);
    if (!has_form && !has_repository)
        return;
    html_open(html, HTML_P);
    html_class(html, "offer");
    if (has_form) {
        html_link(html, url_query(&frame->arena, form, "adopted", study->id), say("We tried this too"));
        html_text(html, " · ");
        html_link(html, url_query(&frame->arena, form, "problem", study->id), say("Report a problem"));
    }
    if (has_repository) {
        html_text(html, has_form ? " · " : "");
        html_link(html, url_under(&frame->arena, repository, arena_format(&frame->arena, "/edit/main/%s", study->path)),
                  say("Edit this page"));
    }
    html_close(html, HTML_P);
}

static void write_dates(struct frame *frame, const struct facts *facts)
{
    static const char *const dates[] = {"published", "reviewed", "review_due"};
    html_open(&frame->html, HTML_P);
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
        html_format(&frame->html, "%s ", told(frame, facts_find(facts, dates[i]), " "));
    if (*frame->site->as_of)
        html_format(&frame->html, say("This site is as of %s."), format_date(&frame->arena, frame->site->as_of));
    html_close(&frame->html, HTML_P);
}

static void write_origin(struct frame *frame, const struct fact *origin)
{
    if (!origin->count)
        return;
    html_open(&frame->html, HTML_P);
    html_format(&frame->html, "%s ", origin->label);
    case_fact_run(frame, origin);
    html_close(&frame->html, HTML_P);
}

/* For whoever could add to it; level and limits stand at the top of the page. */
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

static void write_about(struct frame *frame, const struct case_study *study, const struct facts *facts)
{
    static const char *const keys[] = {"review", "cleared_by", "interests"};
    frame_section(frame, "about", say("About this page"));
    write_dates(frame, facts);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const char *words = told(frame, facts_find(facts, keys[i]), ": ");
        if (*words)
            html_element(&frame->html, HTML_P, NULL, words);
    }
    write_origin(frame, facts_find(facts, "origin"));
    write_ways_to_add(frame, study);
    html_close(&frame->html, HTML_SECTION);
}

void case_told_write(struct frame *frame, const struct facts *facts)
{
    static const char *const keys[][2] = {{"editors_notes", "editors-notes"},
                                          {"searches", "searches"},
                                          {"principles", "principles"},
                                          {"adoptions", "adoptions"},
                                          {"same_measure", "same-measure"}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        case_fact_section(frame, facts_find(facts, keys[i][0]), keys[i][1]);
}

void case_about_write(struct frame *frame, const struct case_study *study, const struct facts *facts)
{
    case_fact_section(frame, facts_find(facts, "related"), "related");
    case_fact_section(frame, facts_find(facts, "guidance"), "guidance");
    case_fact_section(frame, facts_find(facts, "resources"), "resources");
    write_sources(frame, facts_find(facts, "sources"));
    write_citation(frame, study, facts_find(facts, "licence"));
    write_evidence_next(frame, facts_find(facts, "evidence_next"));
    write_about(frame, study, facts);
}
