#ifndef INDEXER_CONTENT_LEFT_STARS_H
#define INDEXER_CONTENT_LEFT_STARS_H

/* Stars and underscores that made nothing bold: they are shown. */

#include "indexer/content/left_parts.h"

void left_stars(const struct looking *looking);

#endif
