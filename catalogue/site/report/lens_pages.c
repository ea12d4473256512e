#include "catalogue/site/report/lens_pages.h"

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/lists/numbered.h"
#include "catalogue/site/lists/split_list.h"
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

/* All that bear on a question, as titles: with the answer the first of them, the rest on pages of their own. */
struct cell_list {
    const struct lens *lens;
    const struct lens_cell *cell;
    struct case_rows all;
    struct numbered page;
};

static struct frame_head head_of(struct arena *arena, const struct cell_list *list)
{
    return (struct frame_head){.path = path_numbered(arena, list->page.path, list->page.number),
                               .title = numbered_title(arena, list->cell->label, &list->page),
                               .description = list->cell->question,
                               .unlisted = !list->all.count,
                               .crumbs = {{say(report_kinds[REPORT_LENS].label), path_lenses},
                                          {list->lens->name, path_lens(arena, list->lens->id)}}};
}

static const char *all_of_it(struct frame *frame, const struct cell_list *list)
{
    return arena_format(&frame->arena, say("All that bear on it: %s"), frame_cases(frame, list->all.count));
}

static void write_list(struct frame *frame, const struct cell_list *list)
{
    struct case_rows shown = numbered_cases(&list->all, &list->page, split_page_size(list->all.count));
    listing_titles(frame, &shown, LISTING_PLACE_LAST);
    numbered_links(frame, &list->page);
}

static void list_page(const struct site *site, const struct cell_list *list, struct site_files *files)
{
    struct frame frame;
    struct frame_head head = head_of(&files->arena, list);
    frame_open(&frame, site, files, &head);
    html_element(&frame.html, HTML_P, "lead", list->cell->question);
    html_element(&frame.html, HTML_P, NULL, all_of_it(&frame, list));
    write_list(&frame, list);
    frame_close(&frame);
}

void lens_cell_page(const struct site *site, struct cases_read *cases, const struct lens_answers *answers, size_t cell,
                    struct site_files *files)
{
    struct frame frame;
    struct arena arena = {0};
    const struct lens *lens = answers->lens;
    struct cell_list list = {.lens = lens,
                             .cell = &lens->cells.items[cell],
                             .all = site_cases(site, &arena, ORDER_TITLE, &answers->cells[cell].rows, 0, 0)};
    list.page = (struct numbered){.path = path_lens(&arena, arena_format(&arena, "%s/%s", lens->id, list.cell->id)),
                                  .number = 1,
                                  .of = numbered_pages(list.all.count, split_page_size(list.all.count))};
    struct frame_head head = head_of(&files->arena, &list);
    frame_open(&frame, site, files, &head);
    struct report *report = lens_cell_report(&frame.arena, answers, cell, "", cases);
    report_name(report, REPORT_LENS);
    report_write(&frame, report);
    if (list.all.count) {
        html_open(&frame.html, HTML_DETAILS);
        html_element(&frame.html, HTML_SUMMARY, NULL, all_of_it(&frame, &list));
        write_list(&frame, &list);
        html_close(&frame.html, HTML_DETAILS);
    } else {
        frame_ask_for_more(&frame);
    }
    frame_close(&frame);
    for (list.page.number = 2; list.page.number <= list.page.of; list.page.number++)
        list_page(site, &list, files);
    arena_free(&arena);
}
