#include "catalogue/site/frame/search_box.h"

#include "indexer/base/phrases.h"

void search_box_open(struct html *html, struct arena *arena, struct url search_page, const char *class)
{
    html_open(html, HTML_FORM);
    html_class(html, class ? arena_format(arena, "search-form %s", class) : "search-form");
    html_attribute(html, "role", "search");
    html_attribute(html, "method", "get");
    html_address(html, "action", search_page);
}

void search_box_field(struct html *html, const char *id, const char *label, bool label_hidden)
{
    html_open(html, HTML_LABEL);
    if (label_hidden)
        html_class(html, "hidden");
    html_attribute(html, "for", id);
    html_text(html, label);
    html_close(html, HTML_LABEL);
    html_open(html, HTML_INPUT);
    html_attribute(html, "type", "search");
    html_id(html, id);
    html_attribute(html, "name", "q");
    html_attribute(html, "autocomplete", "off");
    html_open(html, HTML_BUTTON);
    html_attribute(html, "type", "submit");
    html_text(html, say("Search"));
    html_close(html, HTML_BUTTON);
}

void search_box_write(struct html *html, struct arena *arena, struct url search_page, const char *id, const char *class)
{
    search_box_open(html, arena, search_page, class);
    html_attribute(html, "aria-label", class ? say("Site") : say("Case studies"));
    search_box_field(html, id, say("Search the case studies"), class != NULL);
    html_close(html, HTML_FORM);
}
