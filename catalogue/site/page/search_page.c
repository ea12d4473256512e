#include "catalogue/site/page/pages.h"

#include <string.h>

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/frame/search_box.h"
#include "catalogue/site/parts/listing.h"
#include "catalogue/site/theme/asset.h"
#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"
#include "search-cli/search.h"

/*
 * The page on which a browser searches. It answers in the order of the command line, by the index of
 * search_shards.h. Where scripts do not run it leads to the lists instead.
 */

/* Which facets the page offers at once, in this order; the others stand behind one more step. */
static const char *const offered[] = {"priority_areas", "partner_types", "deprivation_focus",
                                      "regions",        "result",        "evidence"};

static void write_form(struct frame *frame)
{
    struct html *html = &frame->html;
    search_box_open(html, &frame->arena, frame_url(frame, path_search), NULL);
    html_id(html, "search-form");
    html_attribute(html, "aria-label", say("Case studies"));
    html_attribute(html, "aria-describedby", "search-hint");
    search_box_field(html, "q", say("Words to search for"), false);
    html_close(html, HTML_FORM);
    html_open(html, HTML_P);
    html_id(html, "search-hint");
    html_class(html, "note");
    html_lead(html, say("Put a phrase in quotation marks, and a minus before a word to leave it out; word* finds "
                        "beginnings; a | b finds either."));
    frame_link(frame, path_searching, say("More ways to ask, with examples"));
    html_close(html, HTML_P);
}

/* Filled by the script when it is first needed. */
static void write_facet(struct frame *frame, const struct facet *facet)
{
    html_open(&frame->html, HTML_DETAILS);
    html_id(&frame->html, arena_format(&frame->arena, "facet-%zu", (size_t)(facet - facets)));
    html_flag(&frame->html, "hidden");
    html_element(&frame->html, HTML_SUMMARY, NULL, say(facet->label));
    html_close(&frame->html, HTML_DETAILS);
}

/* What a case may tell of beside its terms; a result shows what it tells. */
static void write_told(struct frame *frame)
{
    struct html *html = &frame->html;
    html_open(html, HTML_DETAILS);
    html_id(html, "told");
    html_element(html, HTML_SUMMARY, NULL, say("Only those that tell"));
    html_open(html, HTML_FIELDSET);
    html_element(html, HTML_LEGEND, "hidden", say("Only those that tell"));
    for (size_t i = 0; i < TOLD_PARTS; i++) {
        html_open(html, HTML_LABEL);
        html_open(html, HTML_INPUT);
        html_attribute(html, "type", "checkbox");
        html_attribute(html, "value", told_parts[i].name);
        html_element(html, HTML_SPAN, NULL, say(told_parts[i].label));
        html_close(html, HTML_LABEL);
    }
    html_close(html, HTML_FIELDSET);
    html_close(html, HTML_DETAILS);
}

static bool is_offered(const struct facet *facet)
{
    for (size_t i = 0; i < sizeof offered / sizeof *offered; i++) {
        if (strcmp(offered[i], facet->key) == 0)
            return true;
    }
    return false;
}

static void write_facets(struct frame *frame)
{
    struct html *html = &frame->html;
    html_open(html, HTML_DETAILS);
    html_id(html, "filters");
    html_class(html, "facets");
    html_element(html, HTML_SUMMARY, NULL, say("Filters"));
    for (size_t i = 0; i < sizeof offered / sizeof *offered; i++)
        write_facet(frame, facet_find(offered[i]));
    write_told(frame);
    html_open(html, HTML_DETAILS);
    html_id(html, "more-filters");
    html_element(html, HTML_SUMMARY, NULL, say("More filters"));
    for (size_t i = 0; i < FACET_COUNT; i++) {
        if (!is_offered(&facets[i]))
            write_facet(frame, &facets[i]);
    }
    html_close(html, HTML_DETAILS);
    html_close(html, HTML_DETAILS);
}

/* Some twenty filters stand between the box and the first result. */
static void write_skip(struct frame *frame)
{
    html_open(&frame->html, HTML_A);
    html_class(&frame->html, "skip-filters");
    html_address(&frame->html, "href", frame_url(frame, path_at(&frame->arena, frame->path, "results-heading")));
    html_text(&frame->html, say("Skip to results"));
    html_close(&frame->html, HTML_A);
}

static void write_tools(struct frame *frame)
{
    static const char *const labels[SEARCH_SORTS] = {PHRASE("Best match"), PHRASE("Newest"), PHRASE("Title"),
                                                     PHRASE("Evidence")};
    struct html *html = &frame->html;
    html_open(html, HTML_P);
    html_class(html, "tools");
    html_open(html, HTML_LABEL);
    html_attribute(html, "for", "sort");
    html_text(html, say("Sort by"));
    html_close(html, HTML_LABEL);
    html_open(html, HTML_SELECT);
    html_id(html, "sort");
    for (size_t i = 0; i < SEARCH_SORTS; i++) {
        html_open(html, HTML_OPTION);
        html_attribute(html, "value", search_sorts[i].name);
        html_text(html, say(labels[i]));
        html_close(html, HTML_OPTION);
    }
    html_close(html, HTML_SELECT);
    html_close(html, HTML_P);
}

/* Shown where an answer says that something is not here; a publisher may have no such page. */
static void write_call(struct frame *frame)
{
    static const char page[] = "wanted";
    const struct pages *pages = &frame->site->pages;
    for (size_t i = 0; i < pages->count; i++) {
        if (strcmp(pages->items[i].name, page) != 0)
            continue;
        html_open(&frame->html, HTML_P);
        html_id(&frame->html, "call");
        html_flag(&frame->html, "hidden");
        html_lead(&frame->html, say("Do you know of such work?"));
        frame_link(frame, path_page(&frame->arena, page), pages->items[i].title);
        html_close(&frame->html, HTML_P);
    }
}

static void write_list(struct html *html, const char *id)
{
    html_open(html, HTML_OL);
    html_id(html, id);
    html_class(html, "cases");
    html_close(html, HTML_OL);
}

static void write_results(struct frame *frame)
{
    struct html *html = &frame->html;
    html_open(html, HTML_DIV);
    html_class(html, "results");
    html_open(html, HTML_UL);
    html_id(html, "chips");
    html_class(html, "chips");
    html_attribute(html, "aria-label", say("Filters in use"));
    html_close(html, HTML_UL);
    write_tools(frame);
    html_open(html, HTML_H2);
    html_id(html, "results-heading");
    html_class(html, "hidden");
    html_attribute(html, "tabindex", "-1");
    html_text(html, say("Results"));
    html_close(html, HTML_H2);
    write_list(html, "found");
    html_open(html, HTML_SECTION);
    html_id(html, "related-section");
    html_attribute(html, "aria-labelledby", "related-heading");
    html_flag(html, "hidden");
    html_open(html, HTML_H2);
    html_id(html, "related-heading");
    html_text(html, say("Related: some of the words"));
    html_close(html, HTML_H2);
    write_list(html, "related");
    html_close(html, HTML_SECTION);
    html_open(html, HTML_BUTTON);
    html_attribute(html, "type", "button");
    html_id(html, "more");
    html_class(html, "more-button");
    html_flag(html, "hidden");
    html_text(html, say("Show more"));
    html_close(html, HTML_BUTTON);
    html_close(html, HTML_DIV);
}

static void write_link(struct frame *frame, const char *path, const char *text)
{
    html_open(&frame->html, HTML_LI);
    frame_link(frame, path, text);
    html_close(&frame->html, HTML_LI);
}

/* What there is for everybody, and all that there is without scripts. */
static void write_ways_in(struct frame *frame)
{
    struct html *html = &frame->html;
    html_without_scripts(
        html, say("Searching needs JavaScript, which is off or not available here. The lists below lead to every case "
                  "study without it."));
    html_open(html, HTML_DIV);
    html_class(html, "ways-in");
    frame_section(frame, "lists", say("Without searching"));
    html_open(html, HTML_UL);
    write_link(frame, path_cases, say("All case studies, A to Z"));
    if (site_has(frame->site, path_gaps))
        write_link(frame, path_gaps, say("The gap map: what is known, and for whom"));
    for (size_t i = 0; i < sizeof offered / sizeof *offered; i++) {
        const struct facet *facet = facet_find(offered[i]);
        write_link(
            frame, path_facet(&frame->arena, facet),
            arena_format(&frame->arena, say("Case studies by %s"), format_lower(&frame->arena, say(facet->label))));
    }
    html_close(html, HTML_UL);
    html_close(html, HTML_SECTION);
    html_close(html, HTML_DIV);
}

/* Until an answer is drawn the page says that it is being looked for; an address that asks is known before any script has come. */
static void write_status(struct html *html)
{
    html_open(html, HTML_P);
    html_id(html, "waiting");
    html_flag(html, "hidden");
    html_text(html, say("Searching…"));
    html_close(html, HTML_P);
    html_open(html, HTML_P);
    html_id(html, "status");
    html_attribute(html, "role", "status");
    html_close(html, HTML_P);
    struct text script = {0};
    asset_add(&script, ASSET_SEARCH_WAITING);
    html_raw_script(html, text_string(&script));
    text_free(&script);
}

/* The base of the index stands in the page itself, so that what a query needs is asked for as soon as the page is there. */
void search_page(const struct site *site, const struct text *base, struct site_files *files)
{
    struct frame frame;
    struct text script = {0};
    struct html *html = &frame.html;
    asset_add(&script, ASSET_SEARCH_EARLY);
    text_append(&script, base->data, base->size);
    frame_open(&frame, site, files,
               &(struct frame_head){.path = path_search,
                                    .title = say("Search"),
                                    .description = say("Search the case studies by words, phrases and tags."),
                                    .script = text_string(&script),
                                    .has_choice = true});
    text_free(&script);
    write_form(&frame);
    write_status(html);
    html_open(html, HTML_DIV);
    html_id(html, "notes");
    html_close(html, HTML_DIV);
    write_call(&frame);
    listing_levels(&frame);
    html_open(html, HTML_DIV);
    html_class(html, "search-layout");
    html_id(html, "results");
    html_flag(html, "hidden");
    write_skip(&frame);
    write_facets(&frame);
    write_results(&frame);
    html_close(html, HTML_DIV);
    write_ways_in(&frame);
    frame_script(&frame, path_search_script, ASSET_SEARCH);
    frame_close(&frame);
}
