#ifndef CATALOGUE_DRAFT_DRAFT_PRIVATE_H
#define CATALOGUE_DRAFT_DRAFT_PRIVATE_H

/* Personal data (privacy.h) does not come into a draft: it would be public with it. */

#include "catalogue/draft/read/left_out.h"
#include "indexer/base/arena.h"

/* The text with words in brackets in the place of each; itself where there is none. */
const char *draft_private(struct arena *arena, const char *text, struct left_out *left_out);

#endif
