#ifndef INDEXER_INDEX_WORD_COUNTS_H
#define INDEXER_INDEX_WORD_COUNTS_H

/*
 * The catalogue's own words as people write them (table `words`; what is written as one of several words is in table
 * `compounds`), each with
 * its stem and how often it stands in the indexed texts. The full-text index
 * itself holds only stems, which nobody wants to read in a correction.
 *
 * While the index is updated, the words of every text that comes are counted
 * up and those of every text that goes are counted down; the sums are stored
 * at the end, so that the table is the same however the index came about.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/index/index.h"
#include "indexer/index/tokens.h"

struct word_counts;

/* Starts counting for an index. NULL when the index failed. The caller frees it, before the index is closed. */
struct word_counts *word_counts_new(struct index *index);

/* What it cuts words with. */
struct tokenizer *word_counts_tokenizer(struct word_counts *counts);

/* Adds the words of a text, times +1 when the text comes and -1 when it goes. */
void word_counts_add(struct word_counts *counts, const char *text, int times);

/* Writes the sums to the table, within the caller's transaction; false when it could not be done. */
bool word_counts_store(struct word_counts *counts);

/* Accepts NULL. */
void word_counts_free(struct word_counts *counts);

/*
 * The words, with blanks between, that the texts write as one with a hyphen or a comma where `joined` has no break:
 * "well being" for "wellbeing"; "" when no text does.
 */
const char *compound_parts(struct index *index, struct arena *arena, const char *joined);

/* All of them, by `joined`; of several with the same, the most frequent alone. */
struct compound {
    const char *joined;
    const char *parts;
};
struct compounds {
    struct compound *items;
    size_t count;
};
struct compounds compounds_all(struct index *index, struct arena *arena);

struct surface_word {
    const char *word;
    const char *stem;
    size_t count;
};

struct surface_words {
    struct surface_word *items;
    size_t count;
    size_t capacity;
};

/* How often the texts hold words with this stem. */
size_t words_count_of_stem(struct index *index, const char *stem);

/* The words with this stem, the most frequent first. */
struct surface_words words_of_stem(struct index *index, struct arena *arena, const char *stem);

/* All words of at least `shortest` and at most `longest` bytes, in byte order. */
struct surface_words words_by_length(struct index *index, struct arena *arena, size_t shortest, size_t longest);

/*
 * For a search by beginning: one word for each stem of the words that begin
 * with `prefix` where the stem itself does not begin with `stem_prefix`; at most `limit`, in byte order.
 */
struct surface_words words_stemmed_away(struct index *index, struct arena *arena, const char *prefix,
                                        const char *stem_prefix, size_t limit);

#endif
