#ifndef SEARCH_CLI_STOP_WORDS_H
#define SEARCH_CLI_STOP_WORDS_H

/*
 * Words that carry nothing in a question: the small words of English, and the
 * asking words that people write around what they want ("find articles about").
 * They are not searched for, unless the query insists (+the, "the home").
 */

#include <stdbool.h>
#include <stddef.h>

/* Whether a word, in lower case, is one of them. */
bool stop_word(const char *word);

/* The words by number, from 0; NULL past the last. */
const char *stop_word_at(size_t number);

#endif
