#ifndef SEARCH_CLI_SPELLING_H
#define SEARCH_CLI_SPELLING_H

/* Other ways to write a word with digits. */

#include "indexer/base/arena.h"

/* "covid19" as "covid 19", with a blank wherever letters and digits meet; "" where they do not. */
const char *spelling_split_digits(struct arena *arena, const char *word);

/* "10k" as "10 000", "5m" as "5 million", "2bn" as "2 billion"; "" of all else. */
const char *spelling_in_words(struct arena *arena, const char *word);

#endif
