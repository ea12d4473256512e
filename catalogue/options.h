#ifndef CATALOGUE_OPTIONS_H
#define CATALOGUE_OPTIONS_H

/* From the words of a command line to an invocation, by the rows of the command's options. */

#include <stdbool.h>

#include "catalogue/option_list.h"

/* How a word is read that stands where an option may stand. */
enum options_word { WORD_IS_ARGUMENT, WORD_IS_OPTION, WORD_IS_UNKNOWN, WORD_ENDS_OPTIONS };

/*
 * Reads one word: which option it is, and the value that stands in the same word ("--limit=3", "-CDIR"), or NULL. In a
 * free text a -word is an argument.
 */
enum options_word options_word(const struct option_list *options, bool free_text, const char *word,
                               const struct option **option, const char **value);

/*
 * Sorts the words behind the command's name into options and arguments, and writes the options' values where they
 * belong. False after a complaint.
 */
bool options_read(struct invocation *invocation, char *const *words, size_t count);

#endif
