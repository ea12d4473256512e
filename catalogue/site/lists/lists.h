#ifndef CATALOGUE_SITE_LISTS_LISTS_H
#define CATALOGUE_SITE_LISTS_LISTS_H

/* The lists that have every case study: A to Z, and by place. */

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"

/* case-studies/index.html; when it is split, case-studies/letters/ too. Its end has the archived ones. */
void letter_list_pages(const struct site *site, struct site_files *files);

/* places.html, by region and within it by place; when it is split, places/ too. */
void place_list_pages(const struct site *site, struct site_files *files);

/*
 * The order of titles: without the article that one begins with, and without regard to capitals; then by id.
 * `title_key` is a title without that article.
 */
const char *title_key(const char *title);
int title_compare(const struct case_row *one, const struct case_row *other);
int words_compare(const char *a, const char *b); /* without regard to capitals */

#endif
