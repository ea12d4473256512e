#include "catalogue/site/page/pages.h"

#include "catalogue/site/frame/frame.h"
#include "catalogue/site/frame/paths.h"

static void write_page(struct site *site, const struct page *page)
{
    struct arena arena = {0};
    struct frame frame;
    frame_open(&frame, site,
               &(struct frame_head){
                   .path = path_page(&arena, page->name), .title = page->title, .description = page->summary});
    html_open(&frame.html, HTML_DIV);
    html_class(&frame.html, "prose");
    if (*page->summary)
        html_element(&frame.html, HTML_P, "lead", page->summary);
    site_need_images(site, &page->body);
    html_rendered(&frame.html, page->body.before);
    for (size_t i = 0; i < page->body.section_count; i++) {
        const struct markdown_section *section = &page->body.sections[i];
        frame_section(&frame, path_slug(&frame.arena, section->heading), section->heading);
        html_rendered(&frame.html, section->content);
        html_close(&frame.html, HTML_SECTION);
    }
    html_close(&frame.html, HTML_DIV);
    frame_close(&frame);
    arena_free(&arena);
}

void content_pages_write(struct site *site)
{
    for (size_t i = 0; i < site->pages.count; i++)
        write_page(site, &site->pages.items[i]);
}
