#include "catalogue/site/pages.h"

#include <string.h>

#include "catalogue/site/charts.h"
#include "catalogue/site/figures.h"
#include "catalogue/site/gap_table.h"
#include "catalogue/site/listing.h"
#include "catalogue/site/paths.h"
#include "catalogue/site/search_box.h"

enum { NEWEST_SHOWN = 6, TERMS_SHOWN = 7 };

static size_t count_terms(const struct term_counts *counts, const char *const *terms, size_t term_count)
{
    struct arena arena = {0};
    struct bitset rows = {0};
    for (size_t i = 0; i < counts->count; i++) {
        for (size_t j = 0; j < term_count; j++) {
            if (strcmp(counts->items[i].term->id, terms[j]) == 0)
                bitset_or(&arena, &rows, &counts->items[i].rows);
        }
    }
    size_t count = bitset_size(&rows);
    arena_free(&arena);
    return count;
}

/* One figure of the strip under the title: the cases that have any of these terms of a facet. */
static const struct tile {
    const char *facet;
    const char *terms[4];
    const char *words;
} tiles[] = {
    {"evidence", {"e2", "e3", "e4", "e5"}, "with a result that was measured before and after, or better known still"},
    {"gap_effect", {"narrowed", "no-change", "widened", "mixed"}, "say what happened to the gap itself"},
    {"result",
     {"mixed", "no-effect", "negative", "not-delivered"},
     "were mixed, had no effect, made things worse or were not delivered"},
};

static void write_tile(struct sheet *sheet, const struct tile *tile)
{
    const struct facet *facet = facet_find(tile->facet);
    struct term_counts counts = counts_read(sheet->site->index, &sheet->arena, facet, &sheet->site->visible);
    size_t terms = 0;
    while (terms < sizeof tile->terms / sizeof *tile->terms && tile->terms[terms])
        terms++;
    html_open(&sheet->html, "li");
    html_open(&sheet->html, "a");
    html_address(&sheet->html, "href", sheet_url(sheet, path_facet(&sheet->arena, facet)));
    html_element(&sheet->html, "strong", NULL, figure_count(&sheet->arena, count_terms(&counts, tile->terms, terms)));
    html_text(&sheet->html, " ");
    html_element(&sheet->html, "span", NULL, tile->words);
    html_close(&sheet->html, "a");
    html_close(&sheet->html, "li");
}

static void write_hero(struct sheet *sheet)
{
    struct html *html = &sheet->html;
    size_t cases = bitset_size(&sheet->site->visible);
    html_open(html, "div");
    html_class(html, "hero");
    html_element(html, "h1", NULL, "What was tried against health inequalities, and what changed");
    html_element(
        html, "p", "lead",
        "Each case study says what was needed, what was done, what changed and for whom, who answers for it, and "
        "how well that is known. Results that were not good stand beside those that were.");
    search_box_write(&sheet->html, &sheet->arena, sheet_url(sheet, path_search), "home-search", NULL);
    html_open(html, "ul");
    html_class(html, "tiles");
    html_open(html, "li");
    html_open(html, "a");
    html_address(html, "href", sheet_url(sheet, path_cases));
    html_element(html, "strong", NULL, figure_count(&sheet->arena, cases));
    html_text(html, " ");
    html_element(html, "span", NULL, cases == 1 ? "case study" : "case studies, A to Z");
    html_close(html, "a");
    html_close(html, "li");
    for (size_t i = 0; i < sizeof tiles / sizeof *tiles; i++)
        write_tile(sheet, &tiles[i]);
    html_close(html, "ul");
    html_close(html, "div");
}

static void write_leading_tag(struct sheet *sheet, const struct facet *facet)
{
    static const char *const questions[] = {"What is it about?", "Who worked on it?", "Whom was it for?"};
    struct html *html = &sheet->html;
    struct term_counts counts = counts_read(sheet->site->index, &sheet->arena, facet, &sheet->site->visible);
    struct term_counts top = counts_top(&sheet->arena, &counts, TERMS_SHOWN);
    html_open(html, "div");
    html_class(html, "card");
    html_element(html, "h3", NULL, facet->label);
    html_element(html, "p", "note", questions[facet - facets]);
    listing_counts(sheet, &top);
    html_open(html, "p");
    html_class(html, "more");
    sheet_link(sheet, path_facet(&sheet->arena, facet),
               arena_format(&sheet->arena, "All %s terms of %s", figure_count(&sheet->arena, counts.count),
                            figure_lower(&sheet->arena, facet->label)));
    html_close(html, "p");
    html_close(html, "div");
}

static void write_tags(struct sheet *sheet)
{
    sheet_section(sheet, "tags", "Three ways in");
    html_open(&sheet->html, "div");
    html_class(&sheet->html, "cards");
    for (size_t i = 0; i < LEADING_FACETS; i++)
        write_leading_tag(sheet, &facets[i]);
    html_close(&sheet->html, "div");
    html_close(&sheet->html, "section");
}

static const char *to_pair(struct sheet *sheet, const struct matrix *matrix, size_t row, size_t column)
{
    return path_gap(&sheet->arena, matrix->down.entries[row].id, matrix->across.entries[column].id);
}

static void write_gaps(struct sheet *sheet)
{
    struct site *site = sheet->site;
    struct matrix_axis down = matrix_groups(site->index, &sheet->arena, &facets[0], &site->visible);
    struct matrix_axis across = matrix_groups(site->index, &sheet->arena, &facets[2], &site->visible);
    struct matrix matrix = matrix_cross(site->index, &sheet->arena, down, across, &site->visible);
    sheet_section(sheet, "gap-map", "Where the gaps in knowledge are");
    gap_table_write(sheet, &(struct gap_table){.matrix = &matrix,
                                               .caption = "Case studies by what they are about and whom they were for",
                                               .cell_path = to_pair});
    html_open(&sheet->html, "p");
    html_class(&sheet->html, "more");
    sheet_link(sheet, path_gaps, "The gap map, term by term");
    html_close(&sheet->html, "p");
    html_close(&sheet->html, "section");
}

static void write_charts(struct sheet *sheet)
{
    struct site *site = sheet->site;
    struct term_counts regions = counts_read(site->index, &sheet->arena, facet_find("regions"), &site->visible);
    struct timeline timeline = timeline_read(site->index, &sheet->arena, &site->visible);
    sheet_section(sheet, "where-and-when", "Where and when");
    html_open(&sheet->html, "div");
    html_class(&sheet->html, "charts");
    chart_regions(sheet, &regions);
    chart_timeline(sheet, &timeline);
    html_close(&sheet->html, "div");
    html_close(&sheet->html, "section");
}

static void write_newest(struct sheet *sheet)
{
    struct case_rows newest =
        site_cases(sheet->site, &sheet->arena, ORDER_NEWEST, &sheet->site->visible, NEWEST_SHOWN, 0);
    sheet_section(sheet, "newest", "Newest");
    html_open(&sheet->html, "div");
    html_class(&sheet->html, "newest");
    listing_cases(sheet, &newest, "h3");
    html_close(&sheet->html, "div");
    html_open(&sheet->html, "p");
    html_class(&sheet->html, "more");
    sheet_link(sheet, path_cases, "All case studies, A to Z");
    if (*sheet->site->base_url) {
        html_text(&sheet->html, " · ");
        sheet_link(sheet, path_newest_feed, "Feed of the newest");
    }
    html_close(&sheet->html, "p");
    html_close(&sheet->html, "section");
}

void home_write(struct site *site)
{
    struct sheet sheet;
    sheet_open(&sheet, site,
               &(struct sheet_head){.path = path_home,
                                    .stylesheets = {path_home_stylesheet, path_gaps_stylesheet},
                                    .title = site->settings->title,
                                    .description =
                                        "Case studies on tackling health inequalities: what was needed, what was done, "
                                        "what changed and for whom, and how well it is known.",
                                    .feed = *site->base_url ? path_newest_feed : NULL,
                                    .wide = true});
    write_hero(&sheet);
    write_tags(&sheet);
    write_gaps(&sheet);
    write_charts(&sheet);
    write_newest(&sheet);
    sheet_close(&sheet);
}
