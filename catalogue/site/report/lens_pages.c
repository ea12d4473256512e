#include "catalogue/site/report/lens_pages.h"

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/parts/listing.h"
#include "catalogue/site/report/report_write.h"
#include "indexer/base/phrases.h"
#include "search-cli/report/reports.h"

void lens_list_page(const struct site *site, struct site_files *files)
{
    struct frame frame;
    frame_open(&frame, site, files,
               &(struct frame_head){.path = path_lenses,
                                    .title = say(report_kinds[REPORT_LENS].label),
                                    .description = say(report_kinds[REPORT_LENS].question)});
    struct report *report = lens_list_report(&frame.arena, site->answers, site->lenses.count, "");
    report_name(report, REPORT_LENS);
    report_write(&frame, report);
    frame_close(&frame);
}

void lens_page(const struct site *site, struct cases_read *cases, const struct lens_answers *answers,
               struct site_files *files)
{
    struct frame frame;
    const struct lens *lens = answers->lens;
    frame_open(&frame, site, files,
               &(struct frame_head){.path = path_lens(&files->arena, lens->id),
                                    .title = lens->name,
                                    .description = lens->summary,
                                    .feed = *site->base_url ? path_lens_feed(&files->arena, lens->id) : NULL,
                                    .crumbs = {{say(report_kinds[REPORT_LENS].label), path_lenses}}});
    html_open(&frame.html, HTML_P);
    frame_link(&frame, path_lens_brief(&frame.arena, lens->id), say("A briefing on it, to print on one page"));
    html_close(&frame.html, HTML_P);
    struct report *report = lens_report(&frame.arena, answers, "", cases);
    report_name(report, REPORT_LENS);
    report_write(&frame, report);
    frame_close(&frame);
}

void lens_brief_page(const struct site *site, struct cases_read *cases, const struct lens_answers *answers,
                     struct site_files *files)
{
    struct frame frame;
    const struct lens *lens = answers->lens;
    const char *lens_path = path_lens(&files->arena, lens->id);
    struct report *report = lens_brief(&files->arena, answers, "", cases);
    report_name(report, REPORT_LENS);
    frame_open(
        &frame, site, files,
        &(struct frame_head){.path = path_lens_brief(&files->arena, lens->id),
                             .title = report->title,
                             .description = report->question,
                             .unlisted = !report->cases,
                             .crumbs = {{say(report_kinds[REPORT_LENS].label), path_lenses}, {lens->name, lens_path}}});
    report_write(&frame, report);
    frame_close(&frame);
}

void lens_cell_page(const struct site *site, struct cases_read *cases, const struct lens_answers *answers, size_t cell,
                    struct site_files *files)
{
    struct frame frame;
    const struct lens *lens = answers->lens;
    const struct lens_cell *asked = &lens->cells.items[cell];
    const char *lens_path = path_lens(&files->arena, lens->id);
    const char *own = arena_format(&files->arena, "%s/%s", lens->id, asked->id);
    frame_open(
        &frame, site, files,
        &(struct frame_head){.path = path_lens(&files->arena, own),
                             .title = asked->label,
                             .description = asked->question,
                             .unlisted = !bitset_size(&answers->cells[cell].rows),
                             .crumbs = {{say(report_kinds[REPORT_LENS].label), path_lenses}, {lens->name, lens_path}}});
    struct report *report = lens_cell_report(&frame.arena, answers, cell, "", cases);
    report_name(report, REPORT_LENS);
    report_write(&frame, report);
    struct case_rows all = site_cases(site, &frame.arena, ORDER_TITLE, &answers->cells[cell].rows, 0, 0);
    if (all.count) {
        html_open(&frame.html, HTML_DETAILS);
        html_element(&frame.html, HTML_SUMMARY, NULL,
                     arena_format(&frame.arena, say("All that bear on it: %s"), frame_cases(&frame, all.count)));
        listing_titles(&frame, &all, LISTING_PLACE_LAST);
        html_close(&frame.html, HTML_DETAILS);
    } else {
        frame_ask_for_more(&frame);
    }
    frame_close(&frame);
}
