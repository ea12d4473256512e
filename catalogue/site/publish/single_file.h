#ifndef CATALOGUE_SITE_PUBLISH_SINGLE_FILE_H
#define CATALOGUE_SITE_PUBLISH_SINGLE_FILE_H

/*
 * The whole catalogue, search included, as one HTML file that works from disk alone. While the site is
 * written, its pages and the shards of its search index are kept (single_parts.h); at the end they
 * are put together: each page as a template that a script shows by its path behind the #. The lists of terms
 * are left out, as links to them lead to a search for the term; so are downloads and images.
 */

#include <stdbool.h>

#include "catalogue/site/model/site.h"

/* Writes the file; false, with the system's reason (an errno), when it could not be done. */
bool single_file_write(struct site *site, const char *path, int *reason);

#endif
