#include "catalogue/site/page/pages.h"

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"
#include "catalogue/site/glossary/glossary.h"
#include "catalogue/site/parts/listing.h"
#include "indexer/base/phrases.h"
#include "search-cli/present/format.h"

/* How many case studies have each term of a field. */
static void write_counts(struct frame *frame, const struct facet *facet)
{
    if (!facet)
        return;
    html_open(&frame->html, HTML_FIGURE);
    html_element(
        &frame->html, HTML_FIGCAPTION, NULL,
        arena_format(&frame->arena, say("Case studies by %s"), format_lower(&frame->arena, say(facet->label))));
    listing_counts(frame, site_counts(frame->site, facet->key));
    html_close(&frame->html, HTML_FIGURE);
}

void content_page(const struct site *site, const struct page *page, struct site_files *files)
{
    struct arena arena = {0};
    struct frame frame;
    frame_open(&frame, site, files,
               &(struct frame_head){
                   .path = path_page(&arena, page->name), .title = page->title, .description = page->summary});
    html_open(&frame.html, HTML_DIV);
    html_class(&frame.html, "prose");
    if (*page->summary)
        html_element(&frame.html, HTML_P, "lead", page->summary);
    call_write(&frame, &page->call);
    write_counts(&frame, page->counts);
    frame_need_images(&frame, &page->body);
    glossary_rendered(&frame, page->body.before);
    for (size_t i = 0; i < page->body.section_count; i++) {
        const struct markdown_section *section = &page->body.sections[i];
        frame_section(&frame, path_slug(&frame.arena, section->heading), section->heading);
        glossary_rendered(&frame, section->content);
        html_close(&frame.html, HTML_SECTION);
    }
    html_close(&frame.html, HTML_DIV);
    frame_close(&frame);
    arena_free(&arena);
}
