#ifndef CATALOGUE_SITE_PUBLISH_SINGLE_PARTS_H
#define CATALOGUE_SITE_PUBLISH_SINGLE_PARTS_H

/* What the one file is made of (single_file.h): pages and shards hand themselves over while the site is written. */

#include <stddef.h>

#include "indexer/base/text.h"

struct single_parts {
    struct text pages;  /* templates */
    struct text shards; /* calls of catalogue_shard */
};

/* Takes the part of a page between the site's header and footer. The lists of terms are passed over. */
void single_parts_page(struct single_parts *parts, const char *path, const char *title, const char *html, size_t size);

/* Takes a script of the search index. */
void single_parts_shard(struct single_parts *parts, const char *script, size_t size);

void single_parts_free(struct single_parts *parts);

#endif
