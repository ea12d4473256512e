#ifndef INDEXER_BASE_WORD_FIND_H
#define INDEXER_BASE_WORD_FIND_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Where a word stands in a text as a whole word, in any case of ASCII letters, or NULL. A phrase is words with single
 * blanks between them, which stand for any blanks and line ends.
 */
const char *word_find(const char *text, const char *phrase);

/* Behind a phrase that stands at a place of a text, begun and ended as a whole word is, or NULL. */
const char *word_behind(const char *text, const char *at, const char *phrase);

/*
 * The first of some words that begins with a byte, in any case; `count` when none does. The words stand in the order of
 * their first bytes (small letters, unsigned), so those that begin with the same one follow.
 */
size_t words_with(const char *const *words, size_t count, char first);

/* Where the first of some words stands, in the order of words_with; *which is its number. NULL when none stands there. */
const char *word_find_first(const char *text, const char *from, const char *const *words, size_t count, size_t *which);

/* Whether any of the words stands in the text. */
bool word_find_any(const char *text, const char *const *words, size_t count);

#endif
