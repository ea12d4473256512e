#include "catalogue/site/feed/feed.h"

#include "catalogue/site/frame/html.h"
#include "catalogue/site/frame/paths.h"
#include "search-cli/present/date_parts.h"

/* Feeds in Atom (RFC 4287): the newest of all, and the newest of each term of the leading tags. */

enum { ENTRIES = 20 };

struct feed {
    const char *path;
    const char *title;
    const char *page;  /* what it is a feed of */
    const char *query; /* that the page is asked, or NULL */
};

/* A date of any precision as Atom wants it; a case without one takes the earliest that can be written. */
static const char *instant(struct arena *arena, const char *date)
{
    struct date_parts parts = date_parts_of(date);
    int year = parts.count > 0 ? parts.year : 1970;
    int month = parts.count > 1 ? parts.month : 1;
    int day = parts.count > 2 ? parts.day : 1;
    return arena_format(arena, "%04d-%02d-%02dT00:00:00Z", year, month, day);
}

static const char *address(const struct site *site, struct arena *arena, const char *path)
{
    struct url url;
    return url_absolute(arena, site->base_url, path, &url) ? url.address : "";
}

static void write_link(struct html *html, const struct site *site, struct arena *arena, const char *relation,
                       const char *path, const char *query)
{
    struct url url;
    if (!url_absolute(arena, site->base_url, path, &url))
        return;
    if (query)
        url = url_query(arena, url, "q", query);
    html_open(html, XML_LINK);
    html_attribute(html, "rel", relation);
    html_address(html, "href", url);
    html_close(html, XML_LINK);
}

static void write_entry(struct html *html, const struct site *site, struct arena *arena, const struct case_row *row)
{
    const char *path = path_case(arena, row->id);
    html_open(html, XML_ENTRY);
    html_element(html, XML_ID, NULL, address(site, arena, path));
    html_element(html, XML_TITLE, NULL, row->title);
    html_element(html, XML_UPDATED, NULL, instant(arena, row->published));
    html_element(html, XML_SUMMARY, NULL, row->summary);
    write_link(html, site, arena, "alternate", path, NULL);
    html_close(html, XML_ENTRY);
}

static void write_feed(const struct site *site, const struct feed *feed, const struct bitset *rows,
                       struct site_files *files)
{
    struct arena arena = {0};
    struct html html = html_xml(&site_files_add(files, feed->path)->bytes);
    struct case_rows cases = site_cases(site, &arena, ORDER_NEWEST, rows, ENTRIES, 0);
    html_open(&html, XML_FEED);
    html_attribute(&html, "xmlns", "http://www.w3.org/2005/Atom");
    html_element(&html, XML_ID, NULL, address(site, &arena, feed->path));
    html_element(&html, XML_TITLE, NULL, feed->title);
    html_element(&html, XML_UPDATED, NULL, instant(&arena, cases.count ? cases.items[0].published : site->as_of));
    write_link(&html, site, &arena, "self", feed->path, NULL);
    write_link(&html, site, &arena, "alternate", feed->page, feed->query);
    html_open(&html, XML_AUTHOR);
    html_element(&html, XML_NAME, NULL, *site->settings->publisher ? site->settings->publisher : site->settings->title);
    html_close(&html, XML_AUTHOR);
    for (size_t i = 0; i < cases.count; i++)
        write_entry(&html, site, &arena, &cases.items[i]);
    html_close(&html, XML_FEED);
    html_end(&html);
    arena_free(&arena);
}

void feed_newest(const struct site *site, struct site_files *files)
{
    write_feed(site, &(struct feed){path_newest_feed, site->settings->title, path_home, NULL}, &site->visible, files);
}

void feed_term(const struct site *site, const struct facet *facet, const struct term_count *term,
               struct site_files *files)
{
    struct arena arena = {0};
    const struct feed feed = {.path = path_term_feed(&arena, facet, term->term->id),
                              .title = arena_format(&arena, "%s – %s", term->term->label, site->settings->title),
                              .page = path_term(&arena, facet, term->term->id, 1)};
    write_feed(site, &feed, &term->rows, files);
    arena_free(&arena);
}

void feed_lens(const struct site *site, const struct lens_answers *answers, struct site_files *files)
{
    struct arena arena = {0};
    const struct lens *lens = answers->lens;
    const struct feed feed = {.path = path_lens_feed(&arena, lens->id),
                              .title = arena_format(&arena, "%s – %s", lens->name, site->settings->title),
                              .page = path_lens(&arena, lens->id)};
    write_feed(site, &feed, &answers->rows, files);
    arena_free(&arena);
}

void feed_watch(const struct site *site, const struct site_watch *watch, struct site_files *files)
{
    struct arena arena = {0};
    const struct feed feed = {.path = path_watch_feed(&arena, watch->watch->id),
                              .title = arena_format(&arena, "%s – %s", watch->watch->title, site->settings->title),
                              .page = path_search,
                              .query = watch->watch->query};
    write_feed(site, &feed, &watch->rows, files);
    arena_free(&arena);
}
