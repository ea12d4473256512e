#ifndef CATALOGUE_SITE_SINGLE_SINGLE_FILE_H
#define CATALOGUE_SITE_SINGLE_SINGLE_FILE_H

/*
 * The whole catalogue, search included, as one HTML file that works from disk alone: a script shows each page by its
 * path behind the #. Case studies stand there to be read without scripts; everything else is packed, as most of it
 * repeats them (pack.h). The lists of terms are left out, as links to them lead to a search for the term; so are
 * downloads and images.
 */

#include <stdbool.h>

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"

struct single_page {
    const char *path;
    const char *title;
    const char *body; /* what stands between the site's header and footer */
    size_t size;
    bool can_be_read; /* without scripts */
};

/* What some files of the site give to it. Starts as {0}. */
struct single_parts {
    struct arena arena;
    struct single_page *pages;
    size_t page_count;
    size_t page_capacity;
    struct text shards; /* calls of catalogue_shard and catalogue_compare */
};

/* Takes what belongs in of a file: the part of a page between the site's header and footer, a script of the search index. */
void single_parts_take(struct single_parts *parts, const struct site_file *file);
void single_parts_free(struct single_parts *parts);

/* Writes the file from the parts, in their order, and says how many bytes it has; false, with the reason, when it could not be done. */
bool single_file_write(const struct site *site, const struct single_parts *parts, size_t count, const char *path,
                       size_t *size, int *reason);

#endif
