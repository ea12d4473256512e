#include "catalogue/site/frame/charts.h"

#include "catalogue/site/frame/paths.h"
#include "search-cli/present/format.h"

enum { YEAR_WIDTH = 10, BAR_WIDTH = 8, CHART_HEIGHT = 100 };

static const char *timeline_in_words(struct frame *frame, const struct timeline *timeline)
{
    size_t most = 0;
    while (timeline->counts[most] < timeline->largest)
        most++;
    int last = timeline->first + (int)timeline->years - 1;
    return arena_format(&frame->arena, "Case studies by the year they began, %d to %d; most in %d: %s", timeline->first,
                        last, timeline->first + (int)most, format_count(&frame->arena, timeline->largest));
}

static void draw_year(struct html *html, const struct timeline *timeline, size_t year)
{
    double height = (double)timeline->counts[year] * CHART_HEIGHT / (double)timeline->largest;
    double rounded = (double)(long)(height * 10 + 0.5) / 10;
    if (!timeline->counts[year])
        return;
    html_open(html, "rect");
    html_number(html, "x", (double)(year * YEAR_WIDTH));
    html_number(html, "y", CHART_HEIGHT - rounded);
    html_number(html, "width", BAR_WIDTH);
    html_number(html, "height", rounded);
    html_close(html, "rect");
}

static void draw_years(struct frame *frame, const struct timeline *timeline)
{
    struct html *html = &frame->html;
    html_open(html, "svg");
    html_class(html, "years");
    html_attribute(html, "viewBox",
                   arena_format(&frame->arena, "0 0 %zu %d", timeline->years * YEAR_WIDTH, CHART_HEIGHT));
    html_attribute(html, "preserveAspectRatio", "none");
    html_attribute(html, "role", "img");
    html_attribute(html, "aria-label", timeline_in_words(frame, timeline));
    for (size_t i = 0; i < timeline->years; i++)
        draw_year(html, timeline, i);
    html_close(html, "svg");
    html_open(html, "p");
    html_class(html, "axis");
    html_attribute(html, "aria-hidden", "true");
    html_element(html, "span", NULL, arena_format(&frame->arena, "%d", timeline->first));
    html_element(html, "span", NULL, arena_format(&frame->arena, "%d", timeline->first + (int)(timeline->years / 2)));
    html_element(html, "span", NULL, arena_format(&frame->arena, "%d", timeline->first + (int)timeline->years - 1));
    html_close(html, "p");
}

static void write_cell(struct html *html, const char *element, const char *scope, const char *text)
{
    html_open(html, element);
    if (scope)
        html_attribute(html, "scope", scope);
    html_text(html, text);
    html_close(html, element);
}

static void write_years(struct frame *frame, const struct timeline *timeline)
{
    struct html *html = &frame->html;
    html_open(html, "details");
    html_element(html, "summary", NULL, "The years in figures");
    html_open(html, "table");
    html_open(html, "thead");
    html_open(html, "tr");
    write_cell(html, "th", "col", "Year");
    write_cell(html, "th", "col", "Case studies begun");
    html_close(html, "tr");
    html_close(html, "thead");
    html_open(html, "tbody");
    for (size_t i = 0; i < timeline->years; i++) {
        if (!timeline->counts[i])
            continue;
        html_open(html, "tr");
        write_cell(html, "th", "row", arena_format(&frame->arena, "%d", timeline->first + (int)i));
        write_cell(html, "td", NULL, format_count(&frame->arena, timeline->counts[i]));
        html_close(html, "tr");
    }
    html_close(html, "tbody");
    html_close(html, "table");
    html_close(html, "details");
}

void chart_timeline(struct frame *frame, const struct timeline *timeline)
{
    struct html *html = &frame->html;
    if (!timeline->years)
        return;
    html_open(html, "figure");
    html_element(html, "figcaption", NULL, "When they began");
    draw_years(frame, timeline);
    if (timeline->undated)
        html_element(
            html, "p", "note",
            arena_format(&frame->arena, "Another %s not say when.",
                         timeline->undated == 1
                             ? "one does"
                             : arena_format(&frame->arena, "%s do", format_count(&frame->arena, timeline->undated))));
    write_years(frame, timeline);
    html_close(html, "figure");
}

void chart_regions(struct frame *frame, const struct term_counts *regions)
{
    struct html *html = &frame->html;
    html_open(html, "figure");
    html_element(html, "figcaption", NULL, "Where they took place");
    html_open(html, "ul");
    html_class(html, "regions");
    for (size_t i = 0; i < regions->count; i++) {
        const struct term_count *region = &regions->items[i];
        html_open(html, "li");
        html_class(html, arena_format(&frame->arena, "at-%s %s", path_slug(&frame->arena, region->term->id),
                                      format_shade(region->count, regions->largest)));
        html_open(html, "a");
        html_address(html, "href", frame_url(frame, path_term(&frame->arena, regions->facet, region->term->id, 1)));
        html_text(html, region->term->label);
        html_text(html, " ");
        html_element(html, "span", "count", format_count(&frame->arena, region->count));
        html_close(html, "a");
        html_close(html, "li");
    }
    html_close(html, "ul");
    html_close(html, "figure");
}
