#ifndef CATALOGUE_SITE_SEARCH_PAGE_H
#define CATALOGUE_SITE_SEARCH_PAGE_H

/*
 * The page on which a browser searches, and the box that leads to it. The page answers in the order of the
 * command line, by the index of search_shards.h. Where scripts do not run it leads to the lists instead.
 */

#include "catalogue/site/sheet.h"

/* search.html */
void search_page_write(struct site *site);

/* A search box that leads to that page: a plain form. `id` tells the boxes of one page apart; `class` may be NULL. */
void search_page_box(struct sheet *sheet, const char *id, const char *class);

/* assets/search.js, search-page.js, search.css */
void search_page_assets_write(struct site *site);

#endif
