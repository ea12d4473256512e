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

/* The single words that one may rightly type, by stem and then by word. */
struct known_name {
    const char *stem;
    const char *word;
    bool is_plain; /* plain English, which may be a name besides */
};
struct known_names {
    struct known_name *items;
    size_t count;
};
struct known_names known_names(struct index *index, struct arena *arena);

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

/* The stems of light words of a kind, in byte order. */
struct string_list light_stems(struct index *index, struct arena *arena, enum known_kind kind);

struct known_word {
    enum known_kind light; /* of a light word, by its stem, its kind; else KNOWN_NAME */
    bool is_known;         /* it, or a regular form of it, is a word that one may rightly type */
    bool is_plain;         /* and it is plain English, and no name */
};

/* Whether these stems, with blanks between, are a name or phrase that is known, a label, or a term's search words. */
bool phrase_is_known(struct index *index, const char *stems);

/* What is known of a folded word and its stem. */
struct known_word known_word_find(struct index *index, const char *word, const char *stem);

#endif
