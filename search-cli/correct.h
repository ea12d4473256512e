#ifndef SEARCH_CLI_CORRECT_H
#define SEARCH_CLI_CORRECT_H

/*
 * A word that nothing in the catalogue contains was probably mistyped. The
 * correction is one of the catalogue's own words, as somebody wrote it.
 */

#include "indexer/base/arena.h"
#include "indexer/index/word_counts.h"

/* Shorter words are not corrected: everything is near to them. */
enum { CORRECT_LEAST = 3 };

/*
 * The word of the list that is nearest to `word`: at most two edits away
 * (nearest.h), one for words of up to four letters; of several the one with the
 * fewest edits, then the same first letter, then the most frequent, then the
 * first in byte order. Never a stop word. NULL when none is near, and for words with digits.
 */
const char *correct_among(const char *word, const struct surface_words *words);

/* The same among all words of an index. */
const char *correct_word(struct index *index, struct arena *arena, const char *word);

#endif
