#ifndef INDEXER_CONTENT_WORDS_H
#define INDEXER_CONTENT_WORDS_H

/*
 * content/words.yaml: what pages say in another language than English, each English phrase with its translation. A
 * catalogue without the file speaks English. What phrases there are is told by the words.yaml beside this file, which is
 * made of the sources (`make words`) and is what a team begins with.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/phrases.h"
#include "indexer/base/text.h"

struct words {
    struct phrases phrases; /* those that have a translation, and one that takes the arguments of the phrase */
    size_t without;         /* how many of all phrases have none */
};

/*
 * Reads ROOT/content/words.yaml into the arena. Problems go to the diagnostics; false when there were errors. What is
 * no phrase of pages is told and not an error, as another version of the program may have it.
 */
bool words_read(struct arena *arena, const char *root, struct words *words, struct diagnostics *diagnostics);

/* Adds the table as a file: every phrase, in the order of the files that say them, with its translation or "". */
void words_add(struct text *out, const struct phrases *phrases);

#endif
