#ifndef INDEXER_CONTENT_VOCABULARY_READ_H
#define INDEXER_CONTENT_VOCABULARY_READ_H

/* From the files of content/vocabulary/ to vocabularies and measures. */

#include <stdbool.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/vocabulary.h"

/*
 * Reads the folder, and adds what is built in. Problems go to the diagnostics; false when there were errors.
 * Everything lives in the arena.
 */
bool vocabularies_read(struct arena *arena, const char *root, struct vocabularies *vocabularies,
                       struct diagnostics *diagnostics);

#endif
