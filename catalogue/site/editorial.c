#include "catalogue/site/pages.h"

#include "catalogue/site/paths.h"
#include "catalogue/site/sheet.h"

static void write_page(struct site *site, const struct page *page)
{
    struct arena arena = {0};
    struct sheet sheet;
    sheet_open(&sheet, site,
               &(struct sheet_head){
                   .path = path_page(&arena, page->name), .title = page->title, .description = page->summary});
    html_open(&sheet.html, "div");
    html_class(&sheet.html, "prose");
    if (*page->summary)
        html_element(&sheet.html, "p", "lead", page->summary);
    site_need_images(site, &page->body);
    html_rendered(&sheet.html, page->body.before);
    for (size_t i = 0; i < page->body.section_count; i++) {
        const struct markdown_section *section = &page->body.sections[i];
        sheet_section(&sheet, path_slug(&sheet.arena, section->heading), section->heading);
        html_rendered(&sheet.html, section->content);
        html_close(&sheet.html, "section");
    }
    html_close(&sheet.html, "div");
    sheet_close(&sheet);
    arena_free(&arena);
}

void editorial_write(struct site *site)
{
    for (size_t i = 0; i < site->pages.count; i++)
        write_page(site, &site->pages.items[i]);
}
