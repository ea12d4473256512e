#include "catalogue/site/feed/feed.h"

#include <stdlib.h>
#include <string.h>

#include "catalogue/site/frame/html.h"
#include "catalogue/site/frame/paths.h"
#include "indexer/base/phrases.h"

/* What only a site with an address of its own has: a map for search engines, and a way for browsers to search it. */

static int compare_entries(const void *a, const void *b)
{
    return strcmp(((const struct sitemap_entry *)a)->path, ((const struct sitemap_entry *)b)->path);
}

void feed_sitemap(const struct site *site, struct sitemap_entry *entries, size_t count, struct site_files *files)
{
    struct arena arena = {0};
    struct html html = html_xml(&site_files_add(files, "sitemap.xml")->bytes);
    struct url url;
    html_open(&html, XML_URLSET);
    html_attribute(&html, "xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
    if (count)
        qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t i = 0; i < count; i++) {
        if (!url_absolute(&arena, site->base_url, entries[i].path, &url))
            continue;
        html_open(&html, XML_URL);
        html_element(&html, XML_LOC, NULL, url.address);
        if (*entries[i].date)
            html_element(&html, XML_LASTMOD, NULL, entries[i].date);
        html_close(&html, XML_URL);
    }
    html_close(&html, XML_URLSET);
    html_end(&html);
    arena_free(&arena);
}

static void write_robots(const struct site *site, struct site_files *files)
{
    struct arena arena = {0};
    struct url url;
    if (url_absolute(&arena, site->base_url, "sitemap.xml", &url))
        text_format(&site_files_add(files, "robots.txt")->bytes, "User-agent: *\nAllow: /\nSitemap: %s\n", url.address);
    arena_free(&arena);
}

/* By which a browser offers the site among its searches. */
static void write_search_description(const struct site *site, struct site_files *files)
{
    struct arena arena = {0};
    struct url url;
    if (url_absolute(&arena, site->base_url, path_search, &url)) {
        struct html html = html_xml(&site_files_add(files, path_search_description)->bytes);
        html_open(&html, XML_SEARCH_DESCRIPTION);
        html_attribute(&html, "xmlns", "http://a9.com/-/spec/opensearch/1.1/");
        html_element(&html, XML_SHORT_NAME, NULL, say("Case studies"));
        html_element(&html, XML_DESCRIPTION, NULL, site->settings->title);
        html_element(&html, XML_INPUT_ENCODING, NULL, "UTF-8");
        html_open(&html, XML_SEARCH_URL);
        html_attribute(&html, "type", "text/html");
        html_attribute(&html, "template", arena_format(&arena, "%s?q={searchTerms}", url.address));
        html_close(&html, XML_SEARCH_URL);
        html_close(&html, XML_SEARCH_DESCRIPTION);
        html_end(&html);
    }
    arena_free(&arena);
}

void feed_addresses(const struct site *site, struct site_files *files)
{
    write_robots(site, files);
    write_search_description(site, files);
}
