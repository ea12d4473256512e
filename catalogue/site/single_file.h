#ifndef CATALOGUE_SITE_SINGLE_FILE_H
#define CATALOGUE_SITE_SINGLE_FILE_H

/*
 * The whole catalogue, search included, as one HTML file that works from disk alone. While the site is
 * written, its pages and the shards of its search index are handed over here too; at the end they
 * are put together: each page as a template that a script shows by its path behind the #. The lists of terms
 * are left out, as links to them lead to a search for the term; so are downloads and images.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/text.h"

struct site;

struct single_file {
    struct text pages;  /* templates */
    struct text shards; /* calls of catalogue_shard */
};

/* Takes the part of a page between the site's header and footer. */
void single_file_page(struct single_file *file, const char *path, const char *title, const char *html, size_t size);

/* Takes a script of the search index. */
void single_file_shard(struct single_file *file, const char *script, size_t size);

/* Writes the file; false, with errno set, when it could not be done. */
bool single_file_write(struct site *site, struct single_file *file, const char *path);

void single_file_free(struct single_file *file);

#endif
