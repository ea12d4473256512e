#include "catalogue/site/publish/single_parts.h"

#include <stdbool.h>
#include <string.h>

#include "catalogue/site/frame/html.h"

/* browse/regions/london.html, not browse/regions/index.html */
static bool lists_a_term(const char *path)
{
    static const char folder[] = "browse/";
    const char *term = strncmp(path, folder, sizeof folder - 1) == 0 ? strchr(path + sizeof folder - 1, '/') : NULL;
    return term && strcmp(term, "/index.html") != 0;
}

void single_parts_page(struct single_parts *parts, const char *path, const char *title, const char *html, size_t size)
{
    struct html page = html_piece(&parts->pages);
    if (lists_a_term(path))
        return;
    html_open(&page, HTML_TEMPLATE);
    html_attribute(&page, "data-path", path);
    html_attribute(&page, "data-title", title);
    html_splice(&page, html, size);
    html_close(&page, HTML_TEMPLATE);
}

void single_parts_shard(struct single_parts *parts, const char *script, size_t size)
{
    text_append(&parts->shards, script, size);
}

void single_parts_free(struct single_parts *parts)
{
    text_free(&parts->pages);
    text_free(&parts->shards);
}
