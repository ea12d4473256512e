#ifndef CATALOGUE_SITE_SITE_H
#define CATALOGUE_SITE_SITE_H

/*
 * The published site: an index in, a folder of plain files out. Which kinds of
 * page there are is one table in site.c; each kind has a file of its own that asks
 * the reports and prints what they say. The same content gives the same bytes.
 */

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/site/output.h"
#include "catalogue/site/theme.h"
#include "indexer/base/bitset.h"
#include "indexer/content/page.h"
#include "indexer/index/index.h"
#include "indexer/index/statements.h"

struct similar_all;

/* What every page may ask for. */
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
    struct words page_paths;                       /* of the pages written so far that search engines may list */
    struct words images;                           /* of the pages written so far, by name */
    struct output *output;
    void (*progress)(size_t done, size_t of);
    size_t pages_done;
    size_t pages_expected;
    struct single_file *single; /* what the one file is made of; NULL when none is asked for */
};

struct site_options {
    const char *root;
    const char *output;
    const char *single_file;                  /* a file for all of it too, or NULL */
    const char *base_url;                     /* NULL: as the catalogue's settings say */
    void (*progress)(size_t done, size_t of); /* in pages; may be NULL */
};

struct site_counts {
    size_t cases;
    size_t files;
    size_t changed;
    size_t removed;
};

/*
 * Writes the site of an index. NULL when it is done; else one sentence, in the
 * arena, and the site is as it was. Problems of editorial pages go to the diagnostics.
 */
const char *site_publish(struct index *index, struct arena *arena, const struct site_options *options,
                         struct site_counts *counts, struct diagnostics *diagnostics);

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
