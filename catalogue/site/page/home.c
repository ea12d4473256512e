#include "catalogue/site/page/pages.h"

#include <string.h>

#include "catalogue/site/frame/json_ld.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/frame/search_box.h"
#include "catalogue/site/frame/url.h"
#include "catalogue/site/parts/charts.h"
#include "catalogue/site/parts/gap_table.h"
#include "catalogue/site/parts/listing.h"
#include "catalogue/site/parts/shades.h"
#include "catalogue/site/report/report_write.h"
#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/report/matrix_report.h"
#include "search-cli/report/reports.h"

enum { NEWEST_SHOWN = 4, TERMS_SHOWN = 5, HOLES_SHOWN = 3 };

/* One figure of the strip under the title: the cases that have any of these terms of a facet. */
static const struct tile {
    const char *facet;
    const char *terms[5];
    const char *words;
} tiles[] = {
    {"evidence",
     {"e2", "e3", "e4", "e5"},
     PHRASE("with a result that was measured before and after, or better known still")},
    {"gap_effect", {"narrowed", "no-change", "widened", "mixed"}, PHRASE("say what happened to the gap itself")},
    {"result",
     {"mixed", "no-effect", "negative", "not-delivered"},
     PHRASE("were mixed, showed no difference, made things worse or were not delivered")},
};

/* The search for just what a tile counts. */
static struct url to_tile(struct frame *frame, const struct tile *tile)
{
    const char *values = tile->terms[0];
    for (size_t i = 1; tile->terms[i]; i++)
        values = arena_format(&frame->arena, "%s,%s", values, tile->terms[i]);
    return url_query(&frame->arena, frame_url(frame, path_search), facet_find(tile->facet)->option, values);
}

static void write_tile(struct frame *frame, const struct tile *tile)
{
    struct bitset rows = counts_any(&frame->arena, frame->site->counts, tile->facet, tile->terms);
    html_open(&frame->html, HTML_LI);
    html_open(&frame->html, HTML_A);
    html_address(&frame->html, "href", to_tile(frame, tile));
    html_element(&frame->html, HTML_STRONG, NULL, format_count(&frame->arena, bitset_size(&rows)));
    html_text(&frame->html, " ");
    html_element(&frame->html, HTML_SPAN, NULL, say(tile->words));
    html_close(&frame->html, HTML_A);
    html_close(&frame->html, HTML_LI);
}

static void write_hero(struct frame *frame)
{
    struct html *html = &frame->html;
    size_t cases = bitset_size(&frame->site->visible);
    html_open(html, HTML_DIV);
    html_class(html, "hero");
    html_element(html, HTML_H1, NULL,
                 *frame->site->settings->headline
                     ? frame->site->settings->headline
                     : say("What was tried against health inequalities, and what changed"));
    html_element(
        html, HTML_P, "lead",
        say("Each case study says what was needed, what was done, what changed and for whom, who answers for it, and "
            "how well that is known. Results that were not good stand beside those that were."));
    search_box_write(&frame->html, &frame->arena, frame_url(frame, path_search), "home-search", NULL);
    html_open(html, HTML_UL);
    html_class(html, "tiles");
    html_open(html, HTML_LI);
    html_open(html, HTML_A);
    html_address(html, "href", frame_url(frame, path_cases));
    html_element(html, HTML_STRONG, NULL, format_count(&frame->arena, cases));
    html_text(html, " ");
    html_element(html, HTML_SPAN, NULL, cases == 1 ? say("case study") : say("case studies, A to Z"));
    html_close(html, HTML_A);
    html_close(html, HTML_LI);
    for (size_t i = 0; i < sizeof tiles / sizeof *tiles; i++)
        write_tile(frame, &tiles[i]);
    html_close(html, HTML_UL);
    html_close(html, HTML_DIV);
}

static void write_tags(struct frame *frame)
{
    static const char *const questions[LEADING_FACETS] = {PHRASE("What is it about?"), PHRASE("Who worked on it?"),
                                                          PHRASE("Whom was it for?")};
    frame_section(frame, "tags", say("Three ways in"));
    html_open(&frame->html, HTML_DIV);
    html_class(&frame->html, "cards");
    for (size_t i = 0; i < LEADING_FACETS; i++)
        listing_facet(frame, &frame->site->counts[i], HTML_H3, say(questions[i]), TERMS_SHOWN);
    html_close(&frame->html, HTML_DIV);
    html_open(&frame->html, HTML_P);
    html_class(&frame->html, "more");
    html_lead(&frame->html, say("What they tell:"));
    for (size_t i = 0; i < TOLD_PARTS; i++) {
        html_text(&frame->html, i ? " · " : "");
        told_link(frame, &told_parts[i]);
    }
    html_close(&frame->html, HTML_P);
    html_close(&frame->html, HTML_SECTION);
}

static struct url to_pair(struct frame *frame, const struct matrix *matrix, size_t row, size_t column)
{
    return frame_url(frame, path_gap(&frame->arena, matrix->down.entries[row].id, matrix->across.entries[column].id));
}

/* The first of those that the gap map begins with. */
static void write_holes(struct frame *frame)
{
    const struct report_base base = site_reports(frame->site, NULL);
    struct matrix terms = matrix_of(&frame->arena, &base, &facets[0], &facets[2], base.visible);
    const struct report *report = matrix_report(&frame->arena, &base, &terms, "", false);
    const struct report_part *order = report_part_find(report, "order");
    report_write_lines(frame, report_part_find(report, "lead"), 0);
    if (!order)
        return;
    report_write_lines(frame, order, 0);
    report_write_lines(frame, report_part_find(report, "holes"), HOLES_SHOWN);
}

/* Where one may go on, as far as the site has it. */
static void write_more(struct frame *frame)
{
    const struct crumb ways[] = {
        {say("The gap map, term by term"), path_gaps},
        {say("Tell of work that fills a gap"), path_contribute},
        {say(report_kinds[REPORT_LENS].label), path_lenses},
        {say(report_kinds[REPORT_MEASURES].label), path_report(&frame->arena, report_kinds[REPORT_MEASURES].name)},
        {say("All answers over many case studies"), path_answers},
    };
    bool is_first = true;
    html_open(&frame->html, HTML_P);
    html_class(&frame->html, "more");
    for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
        if (!site_has(frame->site, ways[i].path))
            continue;
        html_text(&frame->html, is_first ? "" : " · ");
        frame_link(frame, ways[i].path, ways[i].label);
        is_first = false;
    }
    html_close(&frame->html, HTML_P);
}

static void write_gaps(struct frame *frame)
{
    struct matrix matrix = gaps_of_groups(frame->site, &frame->arena);
    frame_section(frame, "gap-map", say("Where the gaps in knowledge are"));
    write_holes(frame);
    gap_table_write(frame,
                    &(struct gap_table){.matrix = &matrix,
                                        .caption = say("Case studies by what they are about and whom they were for"),
                                        .drawn = true,
                                        .cell_url = to_pair});
    shades_legend(frame);
    chart_directions_key(&frame->html);
    write_more(frame);
    html_close(&frame->html, HTML_SECTION);
}

static void write_charts(struct frame *frame)
{
    frame_section(frame, "where-and-when", say("Where and when"));
    html_open(&frame->html, HTML_DIV);
    html_class(&frame->html, "charts");
    chart_regions(frame, site_counts(frame->site, "regions"));
    chart_timeline(frame, &frame->site->timeline);
    html_close(&frame->html, HTML_DIV);
    html_close(&frame->html, HTML_SECTION);
}

/* The queries that the publisher watches for its readers, each a feed. */
static void write_watches(struct frame *frame)
{
    const struct site *site = frame->site;
    if (!*site->base_url || !site->watch_count)
        return;
    html_open(&frame->html, HTML_P);
    html_class(&frame->html, "more");
    html_lead(&frame->html, say("Feeds on one subject:"));
    for (size_t i = 0; i < site->watch_count; i++) {
        html_text(&frame->html, i ? " · " : "");
        frame_link(frame, path_watch_feed(&frame->arena, site->watches[i].watch->id), site->watches[i].watch->title);
    }
    html_close(&frame->html, HTML_P);
}

static void write_newest(struct frame *frame)
{
    if (!listing_is_dated(frame, &frame->site->visible))
        return;
    struct case_rows newest =
        site_cases(frame->site, &frame->arena, ORDER_NEWEST, &frame->site->visible, NEWEST_SHOWN, 0);
    frame_section(frame, "newest", say("Newest"));
    html_open(&frame->html, HTML_DIV);
    html_class(&frame->html, "newest");
    listing_cases(frame, &newest, HTML_H3);
    html_close(&frame->html, HTML_DIV);
    html_open(&frame->html, HTML_P);
    html_class(&frame->html, "more");
    frame_link(frame, path_cases, say("All case studies, A to Z"));
    if (*frame->site->base_url) {
        html_text(&frame->html, " · ");
        frame_link(frame, path_newest_feed, say("Feed of the newest"));
    }
    html_close(&frame->html, HTML_P);
    write_watches(frame);
    html_close(&frame->html, HTML_SECTION);
}

void home_page(const struct site *site, struct site_files *files)
{
    struct frame frame;
    struct arena arena = {0};
    frame_open(&frame, site, files,
               &(struct frame_head){
                   .path = path_home,
                   .title = site->settings->title,
                   .description = say("Case studies on tackling health inequalities: what was needed, what was done, "
                                      "what changed and for whom, and how well it is known."),
                   .data = json_ld_site(&arena, site),
                   .feed = *site->base_url ? path_newest_feed : NULL,
                   .wide = true});
    write_hero(&frame);
    write_tags(&frame);
    if (site_has(site, path_gaps))
        write_gaps(&frame);
    write_charts(&frame);
    write_newest(&frame);
    frame_close(&frame);
    arena_free(&arena);
}
