#ifndef INDEXER_CONTENT_PERSONAL_H
#define INDEXER_CONTENT_PERSONAL_H

/*
 * What may tell who a single person is, beside addresses and numbers that are refused (privacy.h): a name with its title, a
 * National Insurance number, a day of birth, a street with its whole postcode, an e-mail address that is spelt out. Each
 * may be public, so it is asked about.
 */

#include <stdbool.h>
#include <stddef.h>

struct personal_find {
    size_t at; /* bytes */
    size_t size;
    const char *what; /* "a person's name" */
};

/* The next one from an offset on; false when there is none. */
bool personal_next(const char *text, size_t from, struct personal_find *found);

#endif
