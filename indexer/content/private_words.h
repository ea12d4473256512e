#ifndef INDEXER_CONTENT_PRIVATE_WORDS_H
#define INDEXER_CONTENT_PRIVATE_WORDS_H

/*
 * What may tell who a single person is, beside addresses and numbers that are refused (privacy.h): a name with its title, a
 * National Insurance number, a day of birth, a street with its whole postcode, an e-mail address that is spelt out. Each
 * may be public, so it is asked about.
 */

#include <stdbool.h>
#include <stddef.h>

struct private_words {
    size_t at; /* bytes */
    size_t size;
    const char *what; /* "a person's name" */
};

/* The next one from an offset on; false when there is none. */
bool private_words_next(const char *text, size_t from, struct private_words *found);

#endif
