#ifndef INDEXER_BASE_WORD_FIND_H
#define INDEXER_BASE_WORD_FIND_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Where a word stands in a text as a whole word, in any case of ASCII letters, or NULL. A phrase is words with single
 * blanks between them, which stand for any blanks and line ends.
 */
const char *word_find(const char *text, const char *phrase);

/* Whether any of the words stands in the text. */
bool word_find_any(const char *text, const char *const *words, size_t count);

#endif
