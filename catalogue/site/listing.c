#include "catalogue/site/listing.h"

#include "catalogue/site/figures.h"
#include "catalogue/site/paths.h"

double listing_share(double share)
{
    double clamped = share < 0 ? 0 : share > 1 ? 1 : share;
    return (double)(long)(clamped * 1000 + 0.5) / 10;
}

void listing_bar(struct html *html, double share, const char *kind)
{
    html_open(html, "svg");
    html_class(html, "bar");
    html_attribute(html, "viewBox", "0 0 100 10");
    html_attribute(html, "preserveAspectRatio", "none");
    html_attribute(html, "aria-hidden", "true");
    html_attribute(html, "focusable", "false");
    html_open(html, "rect");
    html_class(html, kind);
    html_number(html, "width", listing_share(share));
    html_attribute(html, "height", "10");
    html_close(html, "rect");
    html_close(html, "svg");
}

static void label(struct sheet *sheet, const char *facet, const char *term)
{
    const char *vocabulary = facet_find(facet)->vocabulary;
    html_open(&sheet->html, "span");
    html_class(&sheet->html, arena_format(&sheet->arena, "label %s-%s", facet, path_slug(&sheet->arena, term)));
    html_text(&sheet->html, vocabulary_label(sheet->site->vocabularies, vocabulary, term));
    html_close(&sheet->html, "span");
}

void listing_labels(struct sheet *sheet, const struct case_row *row)
{
    html_open(&sheet->html, "p");
    html_class(&sheet->html, "labels");
    html_element(&sheet->html, "span", "hidden", "Result: ");
    label(sheet, "result", row->result);
    html_text(&sheet->html, " ");
    html_element(&sheet->html, "span", "hidden", "Evidence: ");
    label(sheet, "evidence", row->evidence);
    if (*row->place) {
        html_text(&sheet->html, " ");
        html_element(&sheet->html, "span", "place", row->place);
    }
    html_close(&sheet->html, "p");
}

static void list_case(struct sheet *sheet, const struct case_row *row, const char *heading)
{
    struct html *html = &sheet->html;
    html_open(html, "li");
    html_open(html, heading);
    sheet_link(sheet, path_case(&sheet->arena, row->id), row->title);
    html_close(html, heading);
    html_element(html, "p", NULL, row->summary);
    listing_labels(sheet, row);
    html_close(html, "li");
}

void listing_cases(struct sheet *sheet, const struct case_rows *cases, const char *heading)
{
    html_open(&sheet->html, "ul");
    html_class(&sheet->html, "cases");
    for (size_t i = 0; i < cases->count; i++)
        list_case(sheet, &cases->items[i], heading);
    html_close(&sheet->html, "ul");
}

void listing_titles(struct sheet *sheet, const struct case_rows *cases)
{
    html_open(&sheet->html, "ul");
    for (size_t i = 0; i < cases->count; i++) {
        html_open(&sheet->html, "li");
        sheet_link(sheet, path_case(&sheet->arena, cases->items[i].id), cases->items[i].title);
        if (*cases->items[i].place) {
            html_text(&sheet->html, " ");
            html_element(&sheet->html, "span", "place", cases->items[i].place);
        }
        html_close(&sheet->html, "li");
    }
    html_close(&sheet->html, "ul");
}

void listing_counts(struct sheet *sheet, const struct term_counts *counts)
{
    struct html *html = &sheet->html;
    html_open(html, "ul");
    html_class(html, "counts");
    for (size_t i = 0; i < counts->count; i++) {
        const struct term_count *item = &counts->items[i];
        html_open(html, "li");
        sheet_link(sheet, path_term(&sheet->arena, counts->facet, item->term->id, 1), item->term->label);
        html_text(html, " ");
        html_element(html, "span", "count", figure_count(&sheet->arena, item->count));
        listing_bar(html, counts->largest ? (double)item->count / (double)counts->largest : 0, "share");
        html_close(html, "li");
    }
    html_close(html, "ul");
}
