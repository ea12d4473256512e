#include "catalogue/site/page/pages.h"

#include <string.h>

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/frame/url.h"
#include "catalogue/site/lists/numbered.h"
#include "catalogue/site/lists/split_list.h"
#include "catalogue/site/parts/charts.h"
#include "catalogue/site/parts/listing.h"
#include "catalogue/site/report/report_write.h"
#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/report/actions.h"
#include "search-cli/report/reports.h"
#include "search-cli/report/term_brief.h"

/* A long list is cut into pages of this many case studies; of fewer where an answer stands before it. */
enum { PAGE_SIZE = 50, PAGE_SIZE_OF_ACTIONS = 20 };

struct term_page {
    const struct facet *facet;
    const struct term_count *term;
    struct numbered page;
};

/* What was done: its page answers what came of it before it lists. */
static bool is_action(const struct term_page *page)
{
    return strcmp(page->facet->key, report_kinds[REPORT_ACTIONS].facet) == 0;
}

static size_t size_of(const struct term_page *page)
{
    return is_action(page) ? PAGE_SIZE_OF_ACTIONS : PAGE_SIZE;
}

/*
 * Of a very long list only the first page tells of each case what came of it. Whoever leafs on looks for one by its name,
 * and the search is there for the rest.
 */
static bool has_titles(const struct term_page *page)
{
    return page->term->count > SPLIT_AT && page->page.number > 1;
}

static size_t count_pages(const struct term_page *page)
{
    size_t size = size_of(page);
    return page->term->count > SPLIT_AT ? 1 + numbered_pages(page->term->count - size, SPLIT_AT)
                                        : numbered_pages(page->term->count, size);
}

static struct case_rows cases_of(struct frame *frame, const struct term_page *page)
{
    size_t before = page->page.number - 1;
    size_t size = has_titles(page) ? SPLIT_AT : size_of(page);
    size_t first = has_titles(page) ? size_of(page) + (before - 1) * SPLIT_AT : before * size;
    return site_cases(frame->site, &frame->arena, ORDER_NEWEST, &page->term->rows, size, first);
}

/* What else the same cases have: the other leading tags, most frequent first. */
static void write_breakdown(struct frame *frame, const struct term_page *page)
{
    enum { SHOWN = 5 };
    html_open(&frame->html, HTML_ASIDE);
    html_class(&frame->html, "breakdown");
    html_attribute(&frame->html, "aria-label", say("The same case studies by other tags"));
    for (size_t i = 0; i < LEADING_FACETS; i++) {
        if (&facets[i] == page->facet)
            continue;
        struct term_counts counts = counts_within(&frame->arena, &frame->site->counts[i], &page->term->rows);
        struct term_counts top = counts_top(&frame->arena, &counts, SHOWN);
        html_element(&frame->html, HTML_H2, NULL,
                     i == 0   ? say("Their priority areas")
                     : i == 1 ? say("Their partners")
                              : say("Their deprivation focus"));
        listing_counts(frame, &top);
    }
    html_close(&frame->html, HTML_ASIDE);
}

static const char anchor_of_all[] = "all";

/* These case studies on the page of results, where more can be asked of them; with a result, those that have it. */
static struct url to_search(struct frame *frame, const struct term_page *page, const char *result)
{
    struct url url = url_query(&frame->arena, frame_url(frame, path_search), page->facet->option, page->term->term->id);
    return result ? url_query(&frame->arena, url, "result", result) : url;
}

/* "What came of them: 5 better, 3 mixed.", each leading to those. */
static void write_results(struct frame *frame, const struct term_page *page)
{
    struct html *html = &frame->html;
    struct term_counts results = counts_within(&frame->arena, site_counts(frame->site, "result"), &page->term->rows);
    bool first = true;
    html_open(html, HTML_P);
    html_lead(html, say("What came of them:"));
    for (size_t i = 0; i < results.count; i++) {
        const struct term_count *result = &results.items[i];
        if (!result->count)
            continue;
        html_text(html, first ? "" : ", ");
        html_link(html, to_search(frame, page, result->term->id),
                  arena_format(&frame->arena, "%s %s", format_count(&frame->arena, result->count),
                               format_lower(&frame->arena, result->term->label)));
        first = false;
    }
    html_text(html, ". ");
    html_link(html, to_search(frame, page, NULL), say("Search within these"));
    html_text(html, ".");
    const struct tally tally = tally_of(frame->site->counts, &page->term->rows);
    chart_directions(html, &tally);
    html_close(html, HTML_P);
}

/* Definitions are written for those who choose a tag. */
static void write_definition(struct frame *frame, const struct term *term)
{
    if (!*term->definition)
        return;
    html_open(&frame->html, HTML_DETAILS);
    html_element(&frame->html, HTML_SUMMARY, NULL, say("For contributors: when to choose this tag"));
    html_element(&frame->html, HTML_P, "definition", term->definition);
    html_close(&frame->html, HTML_DETAILS);
}

static void write_term_list(struct frame *frame, const struct term_page *page)
{
    struct case_rows cases = cases_of(frame, page);
    html_open(&frame->html, HTML_DIV);
    html_class(&frame->html, "beside");
    html_open(&frame->html, HTML_DIV);
    if (page->page.number == 1 && is_action(page)) {
        html_open(&frame->html, HTML_H2);
        html_id(&frame->html, anchor_of_all);
        html_text(&frame->html, say("All of them"));
        html_close(&frame->html, HTML_H2);
    }
    html_open(&frame->html, HTML_P);
    html_class(&frame->html, "total");
    const char *count = frame_cases(frame, page->term->count);
    html_text(&frame->html, listing_is_dated(frame, &page->term->rows)
                                ? arena_format(&frame->arena, say("%s, newest first"), count)
                                : count);
    html_close(&frame->html, HTML_P);
    if (page->page.number == 1 && !is_action(page) && strcmp(page->facet->key, "result") != 0)
        write_results(frame, page);
    if (has_titles(page))
        listing_titles(frame, &cases, LISTING_PLACE_LAST);
    else
        listing_cases(frame, &cases, HTML_H2);
    numbered_links(frame, &page->page);
    html_close(&frame->html, HTML_DIV);
    write_breakdown(frame, page);
    html_close(&frame->html, HTML_DIV);
}

/* What the cases of a term answer together: of an action what can be done with it, of the rest a briefing, if any. */
static void write_answer(struct frame *frame, const struct term_page *page, struct cases_read *cases)
{
    struct html *html = &frame->html;
    const bool action = is_action(page);
    struct report *report = action ? action_report(&frame->arena, cases->base, cases, page->term->term->id)
                                   : term_brief(&frame->arena, cases->base, cases, page->facet, page->term);
    report_name(report, action ? REPORT_ACTIONS : REPORT_BRIEF);
    if (action) {
        html_open(html, HTML_P);
        frame_link(frame, path_at(&frame->arena, frame->path, anchor_of_all), say("The case studies"));
        html_text(html, " · ");
        html_link(html, to_search(frame, page, NULL), say("Search within these"));
        html_close(html, HTML_P);
        report_write(frame, report);
        return;
    }
    html_open(html, HTML_DETAILS);
    html_element(html, HTML_SUMMARY, NULL, say("In brief: what was tried, what came of it, and what is not known"));
    report_write(frame, report);
    html_close(html, HTML_DETAILS);
}

/* The feed of a term; NULL where there is none. */
static const char *feed_of(struct arena *arena, const struct site *site, const struct term_page *page)
{
    bool has_feed = *site->base_url && page->facet < facets + LEADING_FACETS;
    return has_feed ? path_term_feed(arena, page->facet, page->term->term->id) : NULL;
}

static void write_term(const struct site *site, struct cases_read *cases, const struct term_page *page,
                       struct site_files *files)
{
    struct arena arena = {0};
    const struct term *term = page->term->term;
    struct frame frame;
    frame_open(
        &frame, site, files,
        &(struct frame_head){
            .path = path_numbered(&arena, page->page.path, page->page.number),
            .title = numbered_title(&arena, term->label, &page->page),
            .description = arena_format(&arena, say("%s: %s. Case studies on tackling health inequalities."),
                                        say(page->facet->label), term->label),
            .feed = feed_of(&arena, site, page),
            .unlisted = !page->term->count,
            .crumbs = {{say("Browse"), path_browse}, {say(page->facet->label), path_facet(&arena, page->facet)}}});
    if (page->term->count) {
        if (page->page.number == 1 && facet_is_topic(page->facet))
            write_answer(&frame, page, cases);
        write_term_list(&frame, page);
    } else {
        html_element(
            &frame.html, HTML_P, "empty",
            say("There is no case study here yet. That is a gap, not an answer: it does not mean that nothing has "
                "been tried."));
        if (site_has(site, path_contribute)) {
            html_open(&frame.html, HTML_P);
            html_link(&frame.html, url_query(&arena, frame_url(&frame, path_contribute), page->facet->key, term->id),
                      say("Tell of work that you know of"));
            html_close(&frame.html, HTML_P);
        }
    }
    if (feed_of(&arena, site, page)) {
        html_open(&frame.html, HTML_P);
        frame_link(&frame, feed_of(&arena, site, page), say("Feed of new case studies here"));
        html_close(&frame.html, HTML_P);
    }
    write_definition(&frame, term);
    frame_close(&frame);
    arena_free(&arena);
}

void facet_page(const struct site *site, const struct term_counts *counts, struct site_files *files)
{
    struct arena arena = {0};
    struct frame frame;
    frame_open(&frame, site, files,
               &(struct frame_head){
                   .path = path_facet(&arena, counts->facet),
                   .title = arena_format(&arena, say("Browse by %s"), format_lower(&arena, say(counts->facet->label))),
                   .description = arena_format(&arena, say("All terms of %s with the number of case studies for each."),
                                               format_lower(&arena, say(counts->facet->label))),
                   .crumbs = {{say("Browse"), path_browse}}});
    const char *group = "";
    struct term_counts part = *counts;
    for (size_t i = 0; i < counts->count; i += part.count) {
        group = counts->items[i].term->group;
        part.items = counts->items + i;
        part.count = 1;
        while (i + part.count < counts->count && strcmp(counts->items[i + part.count].term->group, group) == 0)
            part.count++;
        if (*group)
            html_element(&frame.html, HTML_H2, NULL, vocabulary_group_label(site->vocabularies, group));
        listing_counts(&frame, &part);
    }
    frame_close(&frame);
    arena_free(&arena);
}

void term_pages(const struct site *site, struct cases_read *cases, const struct facet *facet,
                const struct term_count *term, struct site_files *files)
{
    struct arena arena = {0};
    struct term_page page = {.facet = facet, .term = term};
    page.page = (struct numbered){.path = path_term(&arena, facet, term->term->id, 1), .of = count_pages(&page)};
    for (page.page.number = 1; page.page.number <= page.page.of; page.page.number++)
        write_term(site, cases, &page, files);
    arena_free(&arena);
}

/* What most come for leads, as cards; what else there is to go by is one line each, under what it is about. */
static const struct {
    const char *key, *question;
} leading[] = {
    {"priority_areas", PHRASE("What is it about?")},
    {"partner_types", PHRASE("Who worked on it?")},
    {"deprivation_focus", PHRASE("Whom was it for?")},
};

enum { OTHERS = 7 };
static const struct {
    const char *heading;
    const char *keys[OTHERS];
} others[] = {
    {PHRASE("What was done, and what came of it"), {"actions", "regions", "result", "evidence", "gap_effect"}},
    {PHRASE("How well it is known"),
     {"limits", "estimate", "comparison", "evaluation", "evaluator", "outcome_domain", "outcome_kind"}},
    {PHRASE("How it was done"), {"stage", "scale", "settings", "prevention", "need_source", "funding"}},
    {PHRASE("Who was in it, and how"), {"lead_types", "acts", "involvement", "governance", "principles", "frameworks"}},
};

static void write_leading(struct frame *frame)
{
    enum { SHOWN = 7 };
    html_open(&frame->html, HTML_DIV);
    html_class(&frame->html, "cards");
    for (size_t i = 0; i < sizeof leading / sizeof *leading; i++)
        listing_facet(frame, site_counts(frame->site, leading[i].key), HTML_H2, say(leading[i].question), SHOWN);
    html_close(&frame->html, HTML_DIV);
}

/* "Setting: Home (40), General practice (31), School (12), and 11 more". */
static void write_line(struct frame *frame, const struct term_counts *counts)
{
    enum { SHOWN = 5 };
    struct html *html = &frame->html;
    struct term_counts top = counts_top(&frame->arena, counts, SHOWN);
    html_open(html, HTML_DIV);
    html_open(html, HTML_DT);
    frame_link(frame, path_facet(&frame->arena, counts->facet), say(counts->facet->label));
    html_close(html, HTML_DT);
    html_open(html, HTML_DD);
    for (size_t i = 0; i < top.count; i++) {
        const struct term_count *item = &top.items[i];
        html_text(html, i ? ", " : "");
        frame_link(frame, path_term(&frame->arena, counts->facet, item->term->id, 1), item->term->label);
        html_text(html, arena_format(&frame->arena, " (%s)", format_count(&frame->arena, item->count)));
    }
    if (counts->count > top.count) {
        html_text(html, ", ");
        html_format(html, say("and %s more"), format_count(&frame->arena, counts->count - top.count));
    }
    html_close(html, HTML_DD);
    html_close(html, HTML_DIV);
}

static void write_others(struct frame *frame)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        html_element(&frame->html, HTML_H2, NULL, say(others[i].heading));
        html_open(&frame->html, HTML_DL);
        html_class(&frame->html, "decision");
        for (size_t j = 0; j < OTHERS && others[i].keys[j]; j++)
            write_line(frame, site_counts(frame->site, others[i].keys[j]));
        html_close(&frame->html, HTML_DL);
    }
}

void browse_page(const struct site *site, struct site_files *files)
{
    struct frame frame;
    frame_open(&frame, site, files,
               &(struct frame_head){
                   .path = path_browse,
                   .title = say("Browse the case studies"),
                   .description = say("Every way to go through the case studies: subject, partners, people, place, "
                                      "action, result and more.")});
    html_open(&frame.html, HTML_P);
    const struct said_link ways[] = {{frame_url(&frame, path_cases), say("from A to Z")},
                                     {frame_url(&frame, path_places), say("by place")}};
    frame_say(&frame,
              site_has(site, path_places)
                  ? arena_format(&frame.arena, say("Every one of them stands %s and %s."), SAY_FIRST, SAY_SECOND)
                  : arena_format(&frame.arena, say("Every one of them stands %s."), SAY_FIRST),
              ways);
    html_close(&frame.html, HTML_P);
    write_leading(&frame);
    write_others(&frame);
    frame_close(&frame);
}
