#ifndef CATALOGUE_SITE_FRAME_JSON_LD_H
#define CATALOGUE_SITE_FRAME_JSON_LD_H

/*
 * What a page is, in the words of schema.org as JSON-LD, for search engines and libraries. All results live in the
 * arena. Addresses are named where the site has one of its own.
 */

#include "catalogue/site/frame/paths.h"
#include "catalogue/site/model/site.h"
#include "indexer/content/case_study.h"

/* A case study, its licence as an address, its sources as works. */
const char *json_ld_case(struct arena *arena, const struct site *site, const struct case_study *study);

/* The site, and how to search it. */
const char *json_ld_site(struct arena *arena, const struct site *site);

/* All of the data, and the `count` files that hold it: their paths, and the type of each. */
struct json_ld_file {
    const char *path;
    const char *type;
};
const char *json_ld_dataset(struct arena *arena, const struct site *site, const struct json_ld_file *files,
                            size_t count);

/* The way to a page, from the home page over at most so many others with a label, for what shows it among results. NULL where the site has no address. */
const char *json_ld_breadcrumbs(struct arena *arena, const struct site *site, const struct crumb *crumbs, size_t most,
                                struct crumb page);

#endif
