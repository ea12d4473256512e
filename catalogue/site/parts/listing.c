#include "catalogue/site/parts/listing.h"

#include <string.h>

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/glossary/glossary.h"
#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"

double listing_share(double share)
{
    double clamped = share < 0 ? 0 : share > 1 ? 1 : share;
    return (double)(long)(clamped * 1000 + 0.5) / 10;
}

void listing_bar(struct html *html, double share, const char *kind)
{
    html_open(html, HTML_SVG);
    html_class(html, "bar");
    html_attribute(html, "viewBox", "0 0 100 10");
    html_attribute(html, "preserveAspectRatio", "none");
    html_attribute(html, "aria-hidden", "true");
    html_attribute(html, "focusable", "false");
    html_open(html, HTML_RECT);
    html_class(html, kind);
    html_number(html, "width", listing_share(share));
    html_attribute(html, "height", "10");
    html_close(html, HTML_RECT);
    html_close(html, HTML_SVG);
}

static void label(struct frame *frame, const char *facet, const char *term)
{
    const char *vocabulary = facet_find(facet)->vocabulary;
    html_open(&frame->html, HTML_SPAN);
    html_class(&frame->html, arena_format(&frame->arena, "label %s-%s", facet, path_slug(&frame->arena, term)));
    html_text(&frame->html, vocabulary_label(frame->site->vocabularies, vocabulary, term));
    html_close(&frame->html, HTML_SPAN);
}

/* The level says little to whom has not met it before. */
static void evidence(struct frame *frame, const struct case_row *row)
{
    const struct term *level = vocabulary_term(vocabulary_find(frame->site->vocabularies, "evidence"), row->evidence);
    if (level)
        glossary_word(frame, level->label, "label", level->definition,
                      arena_format(&frame->arena, "level-%s", row->id));
}

void listing_levels(struct frame *frame)
{
    struct html *html = &frame->html;
    const struct vocabulary *levels = vocabulary_find(frame->site->vocabularies, "evidence");
    html_open(html, HTML_DL);
    html_id(html, "levels");
    html_flag(html, "hidden");
    for (size_t i = 0; i < levels->count; i++) {
        html_element(html, HTML_DT, NULL, levels->terms[i].label);
        html_element(html, HTML_DD, NULL, levels->terms[i].definition);
    }
    html_close(html, HTML_DL);
}

void listing_labels(struct frame *frame, const struct case_row *row)
{
    html_open(&frame->html, HTML_P);
    html_class(&frame->html, "labels");
    html_element(&frame->html, HTML_SPAN, "hidden", arena_format(&frame->arena, "%s ", say("Result:")));
    label(frame, "result", row->result);
    html_text(&frame->html, " ");
    html_element(&frame->html, HTML_SPAN, "hidden", arena_format(&frame->arena, "%s ", say("Evidence:")));
    evidence(frame, row);
    if (*row->place) {
        html_text(&frame->html, " ");
        html_element(&frame->html, HTML_SPAN, "place", row->place);
    }
    html_close(&frame->html, HTML_P);
}

void listing_choice(struct frame *frame, const struct case_row *row)
{
    struct html *html = &frame->html;
    if (!bitset_has(&frame->site->visible, row->row))
        return;
    html_open(html, HTML_LABEL);
    html_class(html, "choose");
    html_open(html, HTML_INPUT);
    html_attribute(html, "type", "checkbox");
    html_class(html, "listed");
    html_attribute(html, "value", row->id);
    html_open(html, HTML_SPAN);
    html_text(html, say("On my list"));
    html_element(html, HTML_SPAN, "hidden", arena_format(&frame->arena, ": %s", row->title));
    html_close(html, HTML_SPAN);
    html_close(html, HTML_LABEL);
}

static void list_case(struct frame *frame, const struct case_row *row, enum html_tag heading)
{
    struct html *html = &frame->html;
    html_open(html, HTML_LI);
    html_open(html, heading);
    frame_link(frame, path_case(&frame->arena, row->id), row->title);
    html_close(html, heading);
    html_element(html, HTML_P, NULL, row->summary);
    listing_labels(frame, row);
    listing_choice(frame, row);
    html_close(html, HTML_LI);
}

void listing_cases(struct frame *frame, const struct case_rows *cases, enum html_tag heading)
{
    html_open(&frame->html, HTML_UL);
    html_class(&frame->html, "cases");
    for (size_t i = 0; i < cases->count; i++)
        list_case(frame, &cases->items[i], heading);
    html_close(&frame->html, HTML_UL);
}

bool listing_is_dated(const struct frame *frame, const struct bitset *rows)
{
    const struct case_rows *all = &frame->site->in_order[ORDER_NEWEST];
    const char *newest = NULL;
    for (size_t i = 0; i < all->count; i++) {
        if (!bitset_has(rows, all->items[i].row))
            continue;
        newest = newest ? newest : all->items[i].published;
        if (strcmp(newest, all->items[i].published) != 0)
            return true;
    }
    return false;
}

static void write_place(struct frame *frame, const struct case_row *row, const char *between)
{
    if (!*row->place)
        return;
    html_text(&frame->html, between);
    html_element(&frame->html, HTML_SPAN, "place", row->place);
}

void listing_titles(struct frame *frame, const struct case_rows *cases, enum listing_place place)
{
    html_open(&frame->html, HTML_UL);
    html_class(&frame->html, "titles");
    for (size_t i = 0; i < cases->count; i++) {
        html_open(&frame->html, HTML_LI);
        if (place == LISTING_PLACE_FIRST)
            write_place(frame, &cases->items[i], "");
        frame_link(frame, path_case(&frame->arena, cases->items[i].id), cases->items[i].title);
        if (place == LISTING_PLACE_LAST)
            write_place(frame, &cases->items[i], " ");
        listing_choice(frame, &cases->items[i]);
        html_close(&frame->html, HTML_LI);
    }
    html_close(&frame->html, HTML_UL);
}

void listing_counts(struct frame *frame, const struct term_counts *counts)
{
    struct html *html = &frame->html;
    html_open(html, HTML_UL);
    html_class(html, "counts");
    for (size_t i = 0; i < counts->count; i++) {
        const struct term_count *item = &counts->items[i];
        html_open(html, HTML_LI);
        frame_link(frame, path_term(&frame->arena, counts->facet, item->term->id, 1), item->term->label);
        html_text(html, " ");
        html_element(html, HTML_SPAN, "count", format_count(&frame->arena, item->count));
        listing_bar(html, counts->largest ? (double)item->count / (double)counts->largest : 0, "share");
        html_close(html, HTML_LI);
    }
    html_close(html, HTML_UL);
}

void listing_facet(struct frame *frame, const struct term_counts *counts, enum html_tag heading, const char *question,
                   size_t shown)
{
    const struct facet *facet = counts->facet;
    struct html *html = &frame->html;
    struct term_counts top = counts_top(&frame->arena, counts, shown);
    html_open(html, HTML_DIV);
    html_class(html, "card");
    html_element(html, heading, NULL, say(facet->label));
    html_element(html, HTML_P, "note", question);
    listing_counts(frame, &top);
    html_open(html, HTML_P);
    html_class(html, "more");
    frame_link(frame, path_facet(&frame->arena, facet),
               arena_format(&frame->arena, say("All %s terms of %s"), format_count(&frame->arena, counts->count),
                            format_lower(&frame->arena, say(facet->label))));
    html_close(html, HTML_P);
    html_close(html, HTML_DIV);
}
