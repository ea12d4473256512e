#include "catalogue/site/page/pages.h"

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/frame/search_box.h"
#include "catalogue/site/frame/url.h"
#include "indexer/base/phrases.h"
#include "search-cli/query_forms.h"

const struct told_part told_parts[TOLD_PARTS] = {{"what-did-not-work", PHRASE("What did not work")},
                                                 {"what-got-in-the-way", PHRASE("What got in the way")},
                                                 {"what-helped", PHRASE("What helped")},
                                                 {"cost", PHRASE("What it cost")},
                                                 {"contact", PHRASE("Whom to ask")}};

static struct url to_answer(struct frame *frame, const char *query)
{
    return url_query(&frame->arena, frame_url(frame, path_search), "q", query);
}

void told_link(struct frame *frame, const struct told_part *part)
{
    html_link(&frame->html, to_answer(frame, arena_format(&frame->arena, "has:%s", part->name)), say(part->label));
}

/* A query in words, which is also the link to its answer. */
static void write_example(struct frame *frame, const char *query)
{
    html_link(&frame->html, to_answer(frame, query), query);
}

static void write_forms(struct frame *frame)
{
    struct html *html = &frame->html;
    html_open(html, HTML_DL);
    html_class(html, "decision");
    for (size_t i = 0; i < QUERY_FORMS; i++) {
        html_open(html, HTML_DIV);
        html_open(html, HTML_DT);
        write_example(frame, say(query_forms[i][0]));
        html_close(html, HTML_DT);
        html_element(html, HTML_DD, NULL, say(query_forms[i][1]));
        html_close(html, HTML_DIV);
    }
    html_close(html, HTML_DL);
}

/* Each field whose values are terms, with where they are listed, and a query for the most frequent of them. */
static void write_fields(struct frame *frame)
{
    struct html *html = &frame->html;
    html_open(html, HTML_DL);
    html_class(html, "decision");
    for (size_t i = 0; i < FACET_COUNT; i++) {
        struct term_counts top = counts_top(&frame->arena, &frame->site->counts[i], 1);
        html_open(html, HTML_DIV);
        html_open(html, HTML_DT);
        frame_link(frame, path_facet(&frame->arena, &facets[i]), say(facets[i].label));
        html_close(html, HTML_DT);
        html_open(html, HTML_DD);
        if (top.count && top.items[0].count) {
            write_example(frame, arena_format(&frame->arena, "%s:%s", facets[i].option, top.items[0].term->id));
            html_text(html, arena_format(&frame->arena, ": %s", frame_cases(frame, top.items[0].count)));
        } else {
            html_text(html, facets[i].option);
        }
        html_close(html, HTML_DD);
        html_close(html, HTML_DIV);
    }
    html_close(html, HTML_DL);
}

void searching_page(const struct site *site, struct site_files *files)
{
    struct frame frame;
    struct html *html = &frame.html;
    frame_open(&frame, site, files,
               &(struct frame_head){.path = path_searching,
                                    .title = say("How to search"),
                                    .description = say("What can stand in a search, each with an example to follow."),
                                    .crumbs = {{say("Search"), path_search}}});
    html_element(
        html, HTML_P, "lead",
        say("Type what it is about, in your own words. Words rank and filters decide: case studies that have all "
            "of the words come first, those that have some of them follow."));
    search_box_write(html, &frame.arena, frame_url(&frame, path_search), "try", NULL);
    struct html_mark part = frame_section(&frame, "forms", say("What can stand in a search"));
    write_forms(&frame);
    html_close_to(html, part);
    part = frame_section(&frame, "fields", say("Fields with terms"));
    html_element(html, HTML_P, NULL, say("Write the name, a colon and a term, or what the term is called."));
    write_fields(&frame);
    html_close_to(html, part);
    part = frame_section(&frame, "told", say("What case studies tell"));
    html_element(html, HTML_P, NULL, say("These show what each case study says of it, and more words can be added."));
    html_open(html, HTML_UL);
    for (size_t i = 0; i < TOLD_PARTS; i++) {
        html_open(html, HTML_LI);
        told_link(&frame, &told_parts[i]);
        html_close(html, HTML_LI);
    }
    html_close(html, HTML_UL);
    html_close_to(html, part);
    frame_close(&frame);
}
