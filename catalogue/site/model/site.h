#ifndef CATALOGUE_SITE_MODEL_SITE_H
#define CATALOGUE_SITE_MODEL_SITE_H

/* What every page of the site may ask for, and tells. Who makes it, and the list of pages: site_publish.h. */

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/site/output/output.h"
#include "catalogue/site/theme/theme.h"
#include "indexer/base/bitset.h"
#include "indexer/content/page.h"
#include "indexer/index/index.h"
#include "indexer/index/queries.h"

struct similar_all;
struct single_parts;

struct site {
    struct arena arena; /* lives until the last page is written */
    struct index *index;
    struct index *public_index; /* without what is not public; what the site's own search is made from */
    const char *root;
    const struct settings *settings;
    const struct vocabularies *vocabularies;
    struct similar_all *similar; /* neighbours, while the case pages are written */
    const char *base_url;        /* "": the site does not know where it will stand, and has no feeds and site map */
    const char *as_of;
    struct pages pages;
    struct theme theme;
    struct bitset visible;                         /* the cases that are counted and listed */
    struct bitset published;                       /* the cases that have a page */
    struct case_rows in_order[ORDER_EVIDENCE + 1]; /* all cases; site_cases fills it */
    struct string_list page_paths;                 /* of the pages written so far that search engines may list */
    struct string_list images;                     /* of the pages written so far, by name */
    struct output *output;
    void (*progress)(size_t done, size_t of);
    size_t pages_done;
    size_t pages_expected;
    struct single_parts *single; /* what the one file is made of; NULL when none is asked for */
};

/* A page was written; `path` is NULL when search engines are not to list it. */
void site_step(struct site *site, const char *path);

/* The images of a page's text, which have to come along. */
void site_need_images(struct site *site, const struct markdown_body *body);

/*
 * The cases of a set in an order, after `offset`, at most `limit` of them (0: all). The rows of all cases are read
 * from the index once for each order, as hundreds of pages list some of them.
 */
struct case_rows site_cases(struct site *site, struct arena *arena, enum case_order order, const struct bitset *only,
                            size_t limit, size_t offset);

/* Whether a case has a page. */
bool site_has_page(const struct site *site, const char *id);

#endif
