#ifndef INDEXER_CONTENT_KNOWN_WORDS_H
#define INDEXER_CONTENT_KNOWN_WORDS_H

/*
 * What search must know of the language of this trade, from the lists in content/vocabulary/known-words/:
 * one entry a line, `#` begins a remark. Two lists hold light words, which no case study needs to have beside a word that
 * says what about: frame.txt those that say how one asks, qualifiers.txt those that say in what manner or by whom.
 * An entry of any other list is a word (or several, as a phrase) that somebody may rightly type although no case
 * study has it, so that it is never taken for a mistyped other one. Where no case study has them, the words of
 * plain-english.txt need not be had either beside one that some have; names, conditions and all the others must.
 */

#include <stdbool.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/string_list.h"

/* The heavier first. */
enum known_kind { KNOWN_NAME, KNOWN_PLAIN, KNOWN_QUALIFIER, KNOWN_FRAME, KNOWN_KINDS };

struct known_words {
    struct string_list lists[KNOWN_KINDS];
    struct string_list
        families; /* of stem-exceptions.txt: words with blanks between, apart from others of their stem */
};

/* Where the lists are, from the root of a catalogue. */
extern const char known_words_folder[];

/*
 * Reads the lists in the order of their names; a catalogue without the folder has none. Problems go to the diagnostics; false when
 * there were errors. Everything lives in the arena.
 */
bool known_words_read(struct arena *arena, const char *root, struct known_words *words,
                      struct diagnostics *diagnostics);

#endif
