#ifndef CATALOGUE_DRAFT_READ_HTML_ENTITIES_H
#define CATALOGUE_DRAFT_READ_HTML_ENTITIES_H

/* What &pound; and &#163; stand for. */

#include <stddef.h>

#include "indexer/base/arena.h"

/* A copy in the arena with its entities read; an unknown one stays as it is written. No-break blanks become blanks. */
const char *html_entities_read(struct arena *arena, const char *data, size_t size);

#endif
