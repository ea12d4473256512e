#ifndef INDEXER_CONTENT_SYNONYMS_H
#define INDEXER_CONTENT_SYNONYMS_H

/*
 * Groups of words that mean the same to somebody who searches, from
 * content/vocabulary/synonyms.yaml. A word stands in at most one group under
 * words, hints or match_only; it may be `related` in any number.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/synonym.h"

/* The key of the file for a kind: "words", "match_only". */
const char *synonym_key(enum synonym_kind kind);

/*
 * Reads the file; a catalogue without it has no synonyms. Problems go to the
 * diagnostics; false when there were errors. Everything lives in the arena.
 */
bool synonyms_read(struct arena *arena, const char *root, struct synonyms *synonyms, struct diagnostics *diagnostics);

#endif
