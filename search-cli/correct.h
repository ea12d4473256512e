#ifndef SEARCH_CLI_CORRECT_H
#define SEARCH_CLI_CORRECT_H

/*
 * A word that nothing in the catalogue contains was probably mistyped. The
 * correction is one of the catalogue's own words, as somebody wrote it.
 */

#include <stdbool.h>

#include "indexer/base/arena.h"
#include "indexer/index/word_counts.h"

/* Shorter words are not corrected: everything is near to them. */
enum { CORRECT_LEAST = 4 };

/* Two slips are believed only of a word of this many letters. */
enum { CORRECT_LONG = 8 };

struct correction {
    const char *word; /* NULL: nothing is near */
    bool stands_out;  /* it may be taken for what was meant; else it may only be offered */
};

/*
 * The word of the list that is nearest to `word`: at most two edits away
 * (nearest.h), one for words of up to four letters; of several the one with the
 * fewest edits, then the same first letter, then one that lacks a letter or has two swapped rather than another slip
 * of one letter, then the most frequent, then the first in byte order. Never a stop word. None for words with digits. It stands out when it is one edit away, or two
 * in a word of eight letters and more that begins alike, and no word of another stem is as near.
 */
struct correction correct_among(const char *word, const struct surface_words *words);

/* The same among all words of an index. */
struct correction correct_word(struct index *index, struct arena *arena, const char *word);

#endif
