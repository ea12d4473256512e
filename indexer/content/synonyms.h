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
#include "indexer/content/vocabulary.h"

/*
 * How a word belongs to its group:
 *   SYNONYM_WORD        finds the others and is found by them
 *   SYNONYM_RELATED     looser: is found by the others, with less weight, and does not find them
 *   SYNONYM_HINT        a short form with several meanings: finds the others, is not found by them
 *   SYNONYM_MATCH_ONLY  as a word, but never shown to anybody
 */
enum synonym_kind { SYNONYM_WORD, SYNONYM_RELATED, SYNONYM_HINT, SYNONYM_MATCH_ONLY, SYNONYM_KINDS };

/* The key of the file for a kind: "words", "match_only". */
const char *synonym_key(enum synonym_kind kind);

struct synonym_group {
    struct string_list members[SYNONYM_KINDS];
};

struct synonyms {
    struct synonym_group *items;
    size_t count;
};

/*
 * Reads the file; a catalogue without it has no synonyms. Problems go to the
 * diagnostics; false when there were errors. Everything lives in the arena.
 */
bool synonyms_read(struct arena *arena, const char *root, struct synonyms *synonyms, struct diagnostics *diagnostics);

#endif
