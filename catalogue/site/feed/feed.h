#ifndef CATALOGUE_SITE_FEED_FEED_H
#define CATALOGUE_SITE_FEED_FEED_H

/*
 * What programs read: feeds, the map for search engines, pages that only send on. All but the last name whole
 * addresses, so they are made only where the site has a base URL.
 */

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"

/* feeds/newest.xml, the feed of a term, and that of what answers a lens. */
void feed_newest(const struct site *site, struct site_files *files);
void feed_term(const struct site *site, const struct facet *facet, const struct term_count *term,
               struct site_files *files);

void feed_lens(const struct site *site, const struct lens_answers *answers, struct site_files *files);

/* Of a query of the settings. */
void feed_watch(const struct site *site, const struct site_watch *watch, struct site_files *files);

/* robots.txt, opensearch.xml */
void feed_addresses(const struct site *site, struct site_files *files);

/* sitemap.xml, of pages by their paths, each with the date of what it tells, or ""; sorts them. */
struct sitemap_entry {
    const char *path;
    const char *date;
};
void feed_sitemap(const struct site *site, struct sitemap_entry *entries, size_t count, struct site_files *files);

/* case-studies/<alias>.html: an old id leads on to the case that mentions it as its alias. */
void feed_redirect(const struct site *site, const struct reference *alias, struct site_files *files);

#endif
