#include "catalogue/site/page/pages.h"

#include "catalogue/site/frame/html.h"
#include "catalogue/site/frame/paths.h"

/* What only a site with an address of its own has: a map for search engines, and a way for browsers to search it. */

static void write_sitemap(struct site *site)
{
    struct arena arena = {0};
    struct text text = {0};
    struct html html = html_xml(&text);
    struct url url;
    html_open(&html, XML_URLSET);
    html_attribute(&html, "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
    string_list_sort(&site->page_paths);
    for (size_t i = 0; i < site->page_paths.count; i++) {
        if (!url_absolute(&arena, site->base_url, site->page_paths.items[i], &url))
            continue;
        html_open(&html, XML_URL);
        html_element(&html, XML_LOC, NULL, url.address);
        html_close(&html, XML_URL);
    }
    html_close(&html, XML_URLSET);
    html_end(&html);
    output_write(site->output, "sitemap.xml", text.data, text.size);
    text_free(&text);
    arena_free(&arena);
}

static void write_robots(struct site *site)
{
    struct arena arena = {0};
    struct url url;
    if (url_absolute(&arena, site->base_url, "sitemap.xml", &url)) {
        struct text text = {0};
        text_format(&text, "User-agent: *\nAllow: /\nSitemap: %s\n", url.address);
        output_write(site->output, "robots.txt", text.data, text.size);
        text_free(&text);
    }
    arena_free(&arena);
}

/* By which a browser offers the site among its searches. */
static void write_search_description(struct site *site)
{
    struct arena arena = {0};
    struct text text = {0};
    struct html html = html_xml(&text);
    struct url url;
    if (url_absolute(&arena, site->base_url, path_search, &url)) {
        html_open(&html, XML_SEARCH_DESCRIPTION);
        html_attribute(&html, "xmlns", "http://a9.com/-/spec/opensearch/1.1/");
        html_element(&html, XML_SHORT_NAME, NULL, "Case studies");
        html_element(&html, XML_DESCRIPTION, NULL, site->settings->title);
        html_element(&html, XML_INPUT_ENCODING, NULL, "UTF-8");
        html_open(&html, XML_SEARCH_URL);
        html_attribute(&html, "type", "text/html");
        html_attribute(&html, "template", arena_format(&arena, "%s?q={searchTerms}", url.address));
        html_close(&html, XML_SEARCH_URL);
        html_close(&html, XML_SEARCH_DESCRIPTION);
        html_end(&html);
        output_write(site->output, path_search_description, text.data, text.size);
    }
    text_free(&text);
    arena_free(&arena);
}

void sitemap_write(struct site *site)
{
    if (!*site->base_url)
        return;
    write_sitemap(site);
    write_robots(site);
    write_search_description(site);
}
