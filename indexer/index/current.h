#ifndef INDEXER_INDEX_CURRENT_H
#define INDEXER_INDEX_CURRENT_H

/* Whether an index still holds what the content has, for those who use it as it is. */

#include <stdbool.h>

#include "indexer/index/index.h"

/*
 * Looks at ROOT/content as an update would, and writes nothing. A file that had errors then counts as it was. True also
 * where it cannot be told: an index that is given away does not know how its files looked.
 */
bool current_with(struct index *index, const char *root);

#endif
