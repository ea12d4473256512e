#ifndef CATALOGUE_SITE_PUBLISH_JOB_SEARCH_H
#define CATALOGUE_SITE_PUBLISH_JOB_SEARCH_H

/*
 * The kinds of jobs that give the search of the site. The first gives its index and page, and the database that the site
 * offers: a public copy (public_copy.h) of the site's index, from which the search is made, so that not a word of what is
 * not public gets into either.
 */

#include "catalogue/site/publish/job_kind.h"

/* The name of the copy as a scratch file of the output. */
extern const char public_database_scratch[];

extern const struct job_kind job_search;
extern const struct job_kind job_search_folds;
extern const struct job_kind job_search_texts;
extern const struct job_kind job_search_cards;

#endif
