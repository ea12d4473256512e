#ifndef INDEXER_CONTENT_KNOWN_WORDS_H
#define INDEXER_CONTENT_KNOWN_WORDS_H

/*
 * What search must know of the language of this trade, from the lists in content/vocabulary/known-words/:
 * one entry a line, `#` begins a remark. The list frame.txt holds words that say how one asks and not what about;
 * an entry of any other list is a word (or several, as a phrase) that somebody may rightly type although no case
 * study has it, so that it is never taken for a mistyped other one.
 */

#include <stdbool.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/string_list.h"

struct known_words {
    struct string_list frame;
    struct string_list others;
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
