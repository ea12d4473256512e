#ifndef CATALOGUE_SITE_PUBLISH_PUBLIC_DATABASE_H
#define CATALOGUE_SITE_PUBLISH_PUBLIC_DATABASE_H

/* The database that a site offers, and that its search is made from: a public copy (public_copy.h) of the site's index. */

#include "catalogue/site/model/site.h"

extern const char public_database_path[];

/* Makes it in the output's hidden folder and opens it as site->public_index; on failure the output says why. */
void public_database_open(struct site *site);

/* Offers it for download. */
void public_database_write(struct site *site);

/* Writes the search of the site, from what is public alone. */
void public_search_write(struct site *site);

/* Closes and removes it; before the output is finished. */
void public_database_close(struct site *site);

#endif
