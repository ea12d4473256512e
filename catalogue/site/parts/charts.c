#include "catalogue/site/parts/charts.h"

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/parts/listing.h"
#include "catalogue/site/parts/shades.h"
#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"

enum { YEAR_WIDTH = 10, BAR_WIDTH = 8, CHART_HEIGHT = 100 };

static const char *timeline_in_words(struct frame *frame, const struct timeline *timeline)
{
    size_t most = 0;
    while (timeline->counts[most] < timeline->largest)
        most++;
    int last = timeline->first + (int)timeline->years - 1;
    return arena_format(&frame->arena, say("Case studies by the year they began, %d to %d; most in %d: %s"),
                        timeline->first, last, timeline->first + (int)most,
                        format_count(&frame->arena, timeline->largest));
}

static void draw_year(struct html *html, const struct timeline *timeline, size_t year)
{
    double height = (double)timeline->counts[year] * CHART_HEIGHT / (double)timeline->largest;
    double rounded = (double)(long)(height * 10 + 0.5) / 10;
    if (!timeline->counts[year])
        return;
    html_open(html, HTML_RECT);
    html_number(html, "x", (double)(year * YEAR_WIDTH));
    html_number(html, "y", CHART_HEIGHT - rounded);
    html_number(html, "width", BAR_WIDTH);
    html_number(html, "height", rounded);
    html_close(html, HTML_RECT);
}

static void draw_years(struct frame *frame, const struct timeline *timeline)
{
    struct html *html = &frame->html;
    html_open(html, HTML_SVG);
    html_class(html, "years");
    html_attribute(html, "viewBox",
                   arena_format(&frame->arena, "0 0 %zu %d", timeline->years * YEAR_WIDTH, CHART_HEIGHT));
    html_attribute(html, "preserveAspectRatio", "none");
    html_attribute(html, "role", "img");
    html_attribute(html, "aria-label", timeline_in_words(frame, timeline));
    for (size_t i = 0; i < timeline->years; i++)
        draw_year(html, timeline, i);
    html_close(html, HTML_SVG);
    html_open(html, HTML_P);
    html_class(html, "axis");
    html_attribute(html, "aria-hidden", "true");
    html_element(html, HTML_SPAN, NULL, arena_format(&frame->arena, "%d", timeline->first));
    html_element(html, HTML_SPAN, NULL,
                 arena_format(&frame->arena, "%d", timeline->first + (int)(timeline->years / 2)));
    html_element(html, HTML_SPAN, NULL, arena_format(&frame->arena, "%d", timeline->first + (int)timeline->years - 1));
    html_close(html, HTML_P);
}

static void write_cell(struct html *html, enum html_tag tag, const char *scope, const char *text)
{
    html_open(html, tag);
    if (scope)
        html_attribute(html, "scope", scope);
    html_text(html, text);
    html_close(html, tag);
}

static void write_years(struct frame *frame, const struct timeline *timeline)
{
    struct html *html = &frame->html;
    html_open(html, HTML_DETAILS);
    html_element(html, HTML_SUMMARY, NULL, say("The years in figures"));
    html_open(html, HTML_TABLE);
    html_open(html, HTML_THEAD);
    html_open(html, HTML_TR);
    write_cell(html, HTML_TH, "col", say("Year"));
    write_cell(html, HTML_TH, "col", say("Case studies begun"));
    html_close(html, HTML_TR);
    html_close(html, HTML_THEAD);
    html_open(html, HTML_TBODY);
    for (size_t i = 0; i < timeline->years; i++) {
        if (!timeline->counts[i])
            continue;
        html_open(html, HTML_TR);
        write_cell(html, HTML_TH, "row", arena_format(&frame->arena, "%d", timeline->first + (int)i));
        write_cell(html, HTML_TD, NULL, format_count(&frame->arena, timeline->counts[i]));
        html_close(html, HTML_TR);
    }
    html_close(html, HTML_TBODY);
    html_close(html, HTML_TABLE);
    html_close(html, HTML_DETAILS);
}

void chart_timeline(struct frame *frame, const struct timeline *timeline)
{
    struct html *html = &frame->html;
    if (!timeline->years)
        return;
    html_open(html, HTML_FIGURE);
    html_element(html, HTML_FIGCAPTION, NULL, say("When they began"));
    draw_years(frame, timeline);
    if (timeline->undated)
        html_element(html, HTML_P, "note",
                     timeline->undated == 1 ? say("Another one does not say when.")
                                            : arena_format(&frame->arena, say("Another %s do not say when."),
                                                           format_count(&frame->arena, timeline->undated)));
    write_years(frame, timeline);
    html_close(html, HTML_FIGURE);
}

void chart_region(struct frame *frame, const char *slug, const char *label, size_t count, struct url url)
{
    struct html *html = &frame->html;
    html_open(html, HTML_LI);
    html_class(html, arena_format(&frame->arena, "at-%s %s", slug, shade_of(frame->site, count)));
    html_open(html, HTML_A);
    html_address(html, "href", url);
    html_text(html, label);
    html_text(html, " ");
    html_element(html, HTML_SPAN, "count", format_count(&frame->arena, count));
    html_close(html, HTML_A);
    html_close(html, HTML_LI);
}

void chart_regions(struct frame *frame, const struct term_counts *regions)
{
    struct html *html = &frame->html;
    html_open(html, HTML_FIGURE);
    html_element(html, HTML_FIGCAPTION, NULL, say("Where they took place"));
    html_open(html, HTML_UL);
    html_class(html, "regions");
    for (size_t i = 0; i < regions->count; i++) {
        const struct term *term = regions->items[i].term;
        chart_region(frame, path_slug(&frame->arena, term->id), term->label, regions->items[i].count,
                     frame_url(frame, path_term(&frame->arena, regions->facet, term->id, 1)));
    }
    html_close(html, HTML_UL);
    html_close(html, HTML_FIGURE);
}

static const char *const direction_classes[DIRECTIONS] = {"better", "mixed", "same", "worse", "undelivered", "unknown"};

static void open_bar(struct html *html)
{
    html_open(html, HTML_SVG);
    html_class(html, "bar direction");
    html_attribute(html, "viewBox", "0 0 100 10");
    html_attribute(html, "preserveAspectRatio", "none");
    html_attribute(html, "aria-hidden", "true");
    html_attribute(html, "focusable", "false");
}

static void draw_direction(struct html *html, enum direction direction, double at, double width)
{
    html_open(html, HTML_RECT);
    html_class(html, direction_classes[direction]);
    html_number(html, "x", at);
    html_number(html, "width", width);
    html_attribute(html, "height", "10");
    html_close(html, HTML_RECT);
}

/* Between parts the ground shows, so that colour is not all that tells them apart. */
static const double SEAM = 0.5;

void chart_directions(struct html *html, const struct tally *tally)
{
    double at = 0;
    if (!tally->count)
        return;
    open_bar(html);
    for (size_t i = 0; i < DIRECTIONS; i++) {
        double width = listing_share((double)tally->directions[i] / (double)tally->count);
        bool is_last = (size_t)(at + width + SEAM) >= 100;
        if (!tally->directions[i])
            continue;
        draw_direction(html, (enum direction)i, at,
                       is_last || width <= SEAM ? width : listing_share((width - SEAM) / 100));
        at = listing_share((at + width) / 100);
    }
    html_close(html, HTML_SVG);
}

void chart_directions_key(struct html *html)
{
    html_open(html, HTML_UL);
    html_class(html, "legend");
    html_attribute(html, "aria-label", say("What the parts of a bar stand for"));
    for (size_t i = 0; i < DIRECTIONS; i++) {
        html_open(html, HTML_LI);
        open_bar(html);
        draw_direction(html, (enum direction)i, 0, 100);
        html_close(html, HTML_SVG);
        html_format(html, " %s", say(directions[i].words));
        html_close(html, HTML_LI);
    }
    html_close(html, HTML_UL);
}
