#ifndef INDEXER_CONTENT_PRIVACY_H
#define INDEXER_CONTENT_PRIVACY_H

/*
 * What identifies a person, in a text as readers see it (normalised, without marks and escapes): e-mail addresses,
 * phone numbers and NHS numbers. Numbers are known by the forms in which they are written and by their check digit, so
 * that books, papers, grants, dates, years and versions are not taken for them. What stands in a web address is not
 * looked at.
 */

#include <stdbool.h>
#include <stddef.h>

enum private_kind { PRIVATE_EMAIL, PRIVATE_PHONE, PRIVATE_NHS_NUMBER };

struct private_find {
    enum private_kind kind;
    size_t at; /* bytes */
    size_t size;
};

/* The first at or behind `from`; false when there is none. To go on, ask from behind what was found. */
bool privacy_next(const char *text, size_t size, size_t from, struct private_find *found);

#endif
