#include "catalogue/site/lists/split_list.h"

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/lists/numbered.h"
#include "catalogue/site/parts/charts.h"
#include "search-cli/present/format.h"

size_t split_page_size(size_t count)
{
    enum { GONE_THROUGH = 100 };
    return count > SPLIT_AT ? GONE_THROUGH : SPLIT_AT;
}

static void write_link(struct frame *frame, const struct split_list *list, const struct list_section *section,
                       bool is_split)
{
    struct arena *arena = &frame->arena;
    struct url url =
        frame_url(frame, is_split ? section->path : arena_format(arena, "%s#%s", frame->path, section->anchor));
    if (list->is_map) {
        chart_region(frame, section->anchor, section->label, section->cases.count, url);
        return;
    }
    html_open(&frame->html, HTML_LI);
    html_link(&frame->html, url,
              is_split ? arena_format(arena, "%s (%s)", section->label, format_count(arena, section->cases.count))
                       : section->label);
    html_close(&frame->html, HTML_LI);
}

/* Links to the sections: places in this page, or, with counts, pages of their own. */
static void write_links(struct frame *frame, const struct split_list *list, bool is_split)
{
    struct html *html = &frame->html;
    html_open(html, HTML_NAV);
    if (!list->is_map)
        html_class(html, "letters");
    html_attribute(html, "aria-label", list->sections_by);
    html_open(html, HTML_UL);
    if (list->is_map)
        html_class(html, "regions");
    for (size_t i = 0; i < list->count; i++)
        write_link(frame, list, &list->sections[i], is_split);
    html_close(html, HTML_UL);
    html_close(html, HTML_NAV);
}

static void write_sections(struct frame *frame, const struct split_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct html_mark part = frame_section(frame, list->sections[i].anchor, list->sections[i].title);
        listing_titles(frame, &list->sections[i].cases, list->place);
        html_close_to(&frame->html, part);
    }
}

static void section_page(const struct site *site, const struct split_list *list, const struct list_section *section,
                         const struct numbered *page, struct site_files *files)
{
    struct frame frame;
    struct arena arena = {0};
    const char *title = arena_format(&arena, "%s: %s", list->title, section->title);
    struct case_rows cases = numbered_cases(&section->cases, page, split_page_size(section->cases.count));
    frame_open(&frame, site, files,
               &(struct frame_head){.path = path_numbered(&arena, section->path, page->number),
                                    .title = numbered_title(&arena, title, page),
                                    .description = list->description,
                                    .crumbs = {{list->title, list->path}}});
    html_element(&frame.html, HTML_P, "lead", arena_format(&arena, "%s.", frame_cases(&frame, section->cases.count)));
    write_links(&frame, list, true);
    listing_titles(&frame, &cases, list->place);
    numbered_links(&frame, page);
    frame_close(&frame);
    arena_free(&arena);
}

static void section_pages(const struct site *site, const struct split_list *list, const struct list_section *section,
                          struct site_files *files)
{
    size_t size = split_page_size(section->cases.count);
    struct numbered page = {.path = section->path, .of = numbered_pages(section->cases.count, size)};
    for (page.number = 1; page.number <= page.of; page.number++)
        section_page(site, list, section, &page, files);
}

void split_list_pages(const struct site *site, const struct split_list *list, struct site_files *files)
{
    struct frame frame;
    bool is_split = list->cases > SPLIT_AT;
    frame_open(&frame, site, files,
               &(struct frame_head){.path = list->path, .title = list->title, .description = list->description});
    html_element(&frame.html, HTML_P, "lead", arena_format(&frame.arena, "%s.", frame_cases(&frame, list->cases)));
    list->before(&frame);
    write_links(&frame, list, is_split);
    if (!is_split)
        write_sections(&frame, list);
    if (list->after)
        list->after(&frame);
    frame_close(&frame);
    for (size_t i = 0; is_split && i < list->count; i++)
        section_pages(site, list, &list->sections[i], files);
}
