#ifndef INDEXER_CONTENT_ALT_TEXT_H
#define INDEXER_CONTENT_ALT_TEXT_H

/* Words for an image that are none: nothing, the name of a file, that it is an image, or what a program wrote. */

#include <stdbool.h>

#include "indexer/base/arena.h"

/* Whether the words say something of an image, which has this name. */
bool alt_text_says_something(struct arena *arena, const char *words, const char *name);

#endif
