#ifndef INDEXER_BASE_SLUG_H
#define INDEXER_BASE_SLUG_H

#include <stdbool.h>

#include "indexer/base/arena.h"

/* Any text as a part of a path or the name of a place: lower-case letters, digits and single hyphens; "x" when none is left. */
const char *slug_of(struct arena *arena, const char *text);

/* Whether a path may name a file of a site: parts of lower-case letters, digits, dots, hyphens and underscores. */
bool slug_path_is_valid(const char *path);

#endif
