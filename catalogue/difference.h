#ifndef CATALOGUE_DIFFERENCE_H
#define CATALOGUE_DIFFERENCE_H

/* What is different between two texts, as people who use git know it: lines that go with -, lines that come with +. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/text.h"

/*
 * Adds the difference under the file's name, with two lines around each place; nothing when there is none. What a
 * stranger wrote is made safe for a terminal; a return before a line's end is not shown. `color` adds colours.
 */
void difference_add(struct text *out, const char *name, const char *before, size_t before_size, const char *after,
                    size_t after_size, bool color);

#endif
