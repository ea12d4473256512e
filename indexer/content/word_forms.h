#ifndef INDEXER_CONTENT_WORD_FORMS_H
#define INDEXER_CONTENT_WORD_FORMS_H

/*
 * Whether a word is a regular form of another, as English is spelt. A stem tells less: "barbes" has the stem of "barb",
 * and is no word.
 */

#include <stdbool.h>
#include <stddef.h>

/* How forms end, and what stands there without them. */
struct word_ending {
    const char *ending;
    const char *instead;
};

extern const struct word_ending word_endings[];
extern const size_t word_ending_count;

/* "clinics" and "clinic", "running" and "runs", any word and itself. For words of the same stem, in lower case. */
bool word_is_form(const char *word, const char *other);

#endif
