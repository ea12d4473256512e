#ifndef CATALOGUE_SITE_SEARCH_PAGE_H
#define CATALOGUE_SITE_SEARCH_PAGE_H

/*
 * The page on which a browser searches, and the box that leads to it. The page answers in the order of the
 * command line, by the index of search_shards.h. Where scripts do not run it leads to the lists instead.
 */

#include "catalogue/site/sheet.h"
#include "indexer/base/text.h"

/* search.html */
void search_page_write(struct site *site);

/* A search box that leads to that page: a plain form. `id` tells the boxes of one page apart; `class` may be NULL. */
void search_page_box(struct sheet *sheet, const char *id, const char *class);

/* The scripts as they are sent, and the one that shows the pages of a single file. */
enum { SEARCH_ENGINE, SEARCH_PAGE, SEARCH_CORRECT, SEARCH_SINGLE, SEARCH_SCRIPTS };

struct search_scripts {
    struct text texts[SEARCH_SCRIPTS];
};

/* The caller frees them. */
struct search_scripts search_page_scripts(void);
void search_page_scripts_free(struct search_scripts *scripts);

/* assets/search.js, search-page.js, search.css, search/correct.js */
void search_page_assets_write(struct site *site);

#endif
