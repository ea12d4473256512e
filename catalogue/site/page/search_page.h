#ifndef CATALOGUE_SITE_PAGE_SEARCH_PAGE_H
#define CATALOGUE_SITE_PAGE_SEARCH_PAGE_H

/*
 * The page on which a browser searches. It answers in the order of the
 * command line, by the index of search_shards.h. Where scripts do not run it leads to the lists instead.
 */

#include "catalogue/site/model/site.h"
#include "indexer/base/text.h"

/* search.html */
void search_page_write(struct site *site);

/* The scripts as they are sent, and the one that shows the pages of a single file. */
enum { SEARCH_ENGINE, SEARCH_PAGE, SEARCH_CORRECT, SEARCH_SINGLE, SEARCH_SCRIPTS };

struct search_scripts {
    struct text texts[SEARCH_SCRIPTS];
};

/* The caller frees them. */
struct search_scripts search_page_scripts(void);
void search_page_scripts_free(struct search_scripts *scripts);

/* assets/search.js, search-page.js, search/correct.js */
void search_page_assets_write(struct site *site);

#endif
