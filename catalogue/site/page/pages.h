#ifndef CATALOGUE_SITE_PAGE_PAGES_H
#define CATALOGUE_SITE_PAGE_PAGES_H

/* The kinds of page, each written by the file of its name. What fails is kept by the output. */

#include "catalogue/site/model/site.h"

void home_write(struct site *site);          /* index.html */
void case_list_write(struct site *site);     /* case-studies/index.html */
void case_pages_write(struct site *site);    /* case-studies/<id>.html */
void browse_write(struct site *site);        /* browse/ */
void gaps_write(struct site *site);          /* gaps.html and gaps/ */
void content_pages_write(struct site *site); /* <name>.html */
void data_write(struct site *site);          /* data/ */
void assets_write(struct site *site);        /* assets/, images/ */
void compare_page_write(struct site *site);  /* compare.html, compare/ */
void redirects_write(struct site *site);     /* case-studies/<alias>.html */
void feeds_write(struct site *site);         /* feeds/, where a base URL is set */
void not_found_write(struct site *site);     /* 404.html, where a base URL is set */
void sitemap_write(struct site *site);       /* sitemap.xml, robots.txt, opensearch.xml, where a base URL is set */

#endif
