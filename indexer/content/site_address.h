#ifndef INDEXER_CONTENT_SITE_ADDRESS_H
#define INDEXER_CONTENT_SITE_ADDRESS_H

/* Addresses that others are made of: the folder in which the site stands, and the page of its repository. */

#include <stdbool.h>

#include "indexer/base/arena.h"

/* The folder that an address names: without a page at its end (/index.html), ?… and #…. The text itself when it is one. */
const char *site_address_folder(struct arena *arena, const char *text);

/* The first page of a repository: without .git, and without the page of a branch or an issue. */
const char *site_address_repository(struct arena *arena, const char *text);

#endif
