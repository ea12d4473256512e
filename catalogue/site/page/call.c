#include "catalogue/site/page/pages.h"

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/parts/gap_table.h"
#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/report/matrix_report.h"

enum { HOLES_NAMED = 10 };

static void open_row(struct frame *frame, const char *label)
{
    html_open(&frame->html, HTML_DIV);
    html_element(&frame->html, HTML_DT, NULL, label);
    html_open(&frame->html, HTML_DD);
}

static void close_row(struct frame *frame)
{
    html_close(&frame->html, HTML_DD);
    html_close(&frame->html, HTML_DIV);
}

/* The terms of a facet that are wanted, each a way to those that are here. */
static void write_terms(struct frame *frame, const struct facet *facet, const struct string_list *terms)
{
    if (!terms->count)
        return;
    open_row(frame, say(facet->label));
    for (size_t i = 0; i < terms->count; i++) {
        html_text(&frame->html, i ? ", " : "");
        frame_term(frame, facet, terms->items[i]);
    }
    close_row(frame);
}

/* The form, with what is certain filled in. */
static struct url to_form(struct frame *frame, const struct call *call)
{
    struct url form = frame_url(frame, path_contribute);
    const struct string_list *terms[] = {&call->priority_areas, &call->deprivation_focus};
    const char *const keys[] = {"priority_areas", "deprivation_focus"};
    for (size_t i = 0; i < 2; i++)
        if (terms[i]->count == 1)
            form = url_query(&frame->arena, form, keys[i], terms[i]->items[0]);
    return form;
}

static void write_facts(struct frame *frame, const struct call *call)
{
    struct html *html = &frame->html;
    html_open(html, HTML_DL);
    html_class(html, "decision");
    write_terms(frame, facet_find("priority_areas"), &call->priority_areas);
    write_terms(frame, facet_find("deprivation_focus"), &call->deprivation_focus);
    open_row(frame, say("Open until"));
    html_text(html, *call->closes ? format_date(&frame->arena, call->closes) : say("No closing date"));
    close_row(frame);
    open_row(frame, say("Send it to"));
    html_addresses(html, *call->contact ? call->contact : site_contact(frame->site));
    close_row(frame);
    html_close(html, HTML_DL);
    if (!site_has(frame->site, path_contribute))
        return;
    html_open(html, HTML_P);
    html_link(html, to_form(frame, call), say("Tell how it went"));
    html_close(html, HTML_P);
}

/* Whether a call asks for this term: it names none, or this one. */
static bool is_wanted(const struct string_list *terms, const char *id)
{
    return !terms->count || string_list_have(terms, id);
}

static void write_hole(struct frame *frame, const struct matrix *matrix, const struct matrix_hole *hole)
{
    struct html *html = &frame->html;
    const char *words = arena_format(&frame->arena, say("%s and %s"), matrix->down.entries[hole->row].label,
                                     matrix->across.entries[hole->column].label);
    html_open(html, HTML_LI);
    if (site_has(frame->site, path_contribute))
        html_link(html, gap_to_form(frame, matrix, hole->row, hole->column), words);
    else
        html_text(html, words);
    html_close(html, HTML_LI);
}

/* What nobody has told of, within the call: the holes of the gap map, those first that come first there. */
static void write_holes(struct frame *frame, const struct call *call)
{
    const struct report_base base = site_reports(frame->site, NULL);
    const struct matrix matrix =
        matrix_of(&frame->arena, &base, facet_find("priority_areas"), facet_find("deprivation_focus"), base.visible);
    const struct matrix_holes holes = matrix_holes(&frame->arena, &matrix, matrix.down.count * matrix.across.count);
    size_t named = 0;
    for (size_t i = 0; i < holes.count && named < HOLES_NAMED; i++) {
        const struct matrix_hole *hole = &holes.items[i];
        if (!is_wanted(&call->priority_areas, matrix.down.entries[hole->row].id) ||
            !is_wanted(&call->deprivation_focus, matrix.across.entries[hole->column].id))
            continue;
        if (!named++) {
            frame_section(frame, "no-case-study", say("No case study is about these yet"));
            html_open(&frame->html, HTML_UL);
        }
        write_hole(frame, &matrix, hole);
    }
    if (!named)
        return;
    html_close(&frame->html, HTML_UL);
    html_close(&frame->html, HTML_SECTION);
}

void call_write(struct frame *frame, const struct call *call)
{
    if (!call->is_made)
        return;
    frame_section(frame, "call", say("Call for case studies"));
    write_facts(frame, call);
    html_close(&frame->html, HTML_SECTION);
    write_holes(frame, call);
}
