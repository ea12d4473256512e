#ifndef CATALOGUE_SITE_PUBLISH_SINGLE_FILE_H
#define CATALOGUE_SITE_PUBLISH_SINGLE_FILE_H

/*
 * The whole catalogue, search included, as one HTML file that works from disk alone: each page as a template that a
 * script shows by its path behind the #. The lists of terms are left out, as links to them lead to a search for
 * the term; so are downloads and images.
 */

#include <stdbool.h>

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"

/* What some files of the site give to it. Starts as {0}. */
struct single_parts {
    struct text pages;  /* templates */
    struct text shards; /* calls of catalogue_shard */
};

/* Takes what belongs in of a file: the part of a page between the site's header and footer, a script of the search index. */
void single_parts_take(struct single_parts *parts, const struct site_file *file);
void single_parts_free(struct single_parts *parts);

/* Writes the file from the parts, in their order, and says how many bytes it has; false, with the reason, when it could not be done. */
bool single_file_write(const struct site *site, const struct single_parts *parts, size_t count, const char *path,
                       size_t *size, int *reason);

#endif
