#include "catalogue/site/lists/numbered.h"

#include "catalogue/site/frame/paths.h"
#include "indexer/base/phrases.h"

size_t numbered_pages(size_t count, size_t size)
{
    return count > size ? (count + size - 1) / size : 1;
}

const char *numbered_title(struct arena *arena, const char *title, const struct numbered *page)
{
    return page->number == 1 ? title : arena_format(arena, say("%s, page %zu of %zu"), title, page->number, page->of);
}

struct case_rows numbered_cases(const struct case_rows *cases, const struct numbered *page, size_t size)
{
    size_t first = (page->number - 1) * size;
    size_t left = cases->count - first;
    return (struct case_rows){.items = cases->items + first, .count = left < size ? left : size};
}

static void write_link(struct frame *frame, const struct numbered *page, size_t number, const char *text,
                       const char *relation)
{
    if (number < 1 || number > page->of)
        return;
    html_open(&frame->html, HTML_LI);
    html_open(&frame->html, HTML_A);
    html_attribute(&frame->html, "rel", relation);
    html_address(&frame->html, "href", frame_url(frame, path_numbered(&frame->arena, page->path, number)));
    html_text(&frame->html, text);
    html_close(&frame->html, HTML_A);
    html_close(&frame->html, HTML_LI);
}

void numbered_links(struct frame *frame, const struct numbered *page)
{
    if (page->of < 2)
        return;
    html_open(&frame->html, HTML_NAV);
    html_class(&frame->html, "pages");
    html_attribute(&frame->html, "aria-label", say("Pages of this list"));
    html_open(&frame->html, HTML_UL);
    write_link(frame, page, page->number - 1, say("Previous page"), "prev");
    html_open(&frame->html, HTML_LI);
    html_format(&frame->html, say("Page %zu of %zu"), page->number, page->of);
    html_close(&frame->html, HTML_LI);
    write_link(frame, page, page->number + 1, say("Next page"), "next");
    html_close(&frame->html, HTML_UL);
    html_close(&frame->html, HTML_NAV);
}
