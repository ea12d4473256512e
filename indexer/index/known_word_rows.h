#ifndef INDEXER_INDEX_KNOWN_WORD_ROWS_H
#define INDEXER_INDEX_KNOWN_WORD_ROWS_H

/* The known words as they stand in the index (table `known_words`). */

#include <stdbool.h>

#include "indexer/content/known_words.h"
#include "indexer/content/vocabulary.h"
#include "indexer/index/index.h"

/*
 * Writes the lists into a new index, and what the vocabularies call things in several words, within the caller's
 * transaction; false when it could not be done.
 */
bool known_words_store(struct index *index, const struct known_words *words, const struct vocabularies *vocabularies);

/* The stems of all that one may rightly type, each once, in byte order; several words have blanks between. */
struct string_list known_stems(struct index *index, struct arena *arena);

/* The phrases among them, by their stems, each once. */
struct known_phrase {
    const char *words;
    const char *stems;
};
struct known_phrases {
    struct known_phrase *items;
    size_t count;
};
struct known_phrases known_phrases(struct index *index, struct arena *arena);

/* The frame words, in byte order. */
struct string_list frame_words(struct index *index, struct arena *arena);

struct known_word {
    bool is_frame; /* just this word says how one asks */
    bool is_known; /* it, or another form of it, is a word that one may rightly type */
};

/* Whether these stems, with blanks between, are a name or phrase that is known, a label, or a term's search words. */
bool phrase_is_known(struct index *index, const char *stems);

/* What is known of a folded word and its stem. */
struct known_word known_word_find(struct index *index, const char *word, const char *stem);

#endif
