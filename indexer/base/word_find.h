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
 * Words of which those that begin with the same byte, in any case, follow each other. Where they begin is noted when it is
 * first asked for, so a list is a thread's own: static _Thread_local struct word_list list = WORD_LIST(words);
 */
struct word_list {
    const char *const *words;
    size_t count;
    bool noted;
    unsigned short first[256]; /* by byte, as a small letter: the number of the first word, or `count` */
};
#define WORD_LIST(array)                                                                                               \
    {                                                                                                                  \
        .words = (array), .count = sizeof(array) / sizeof *(array)                                                     \
    }

/* The first of the words that begins with a byte, in any case; `count` when none does. */
size_t words_with(struct word_list *list, char first);

/* Where the first of some words stands; *which is its number. NULL when none stands there. */
const char *word_find_first(const char *text, const char *from, struct word_list *list, size_t *which);

/* Whether any of the words stands in the text. */
bool word_find_any(const char *text, const char *const *words, size_t count);

#endif
