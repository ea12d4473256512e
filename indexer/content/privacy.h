#ifndef INDEXER_CONTENT_PRIVACY_H
#define INDEXER_CONTENT_PRIVACY_H

/*
 * What identifies a person, in a text as readers see it (normalised, without marks and escapes): e-mail addresses
 * (private_email.h), phone numbers and NHS numbers (private_numbers.h). What stands in a web address or DOI is not
 * looked at.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/content/private_find.h"

/* The first at or behind `from`; false when there is none. To go on, ask from behind what was found. */
bool privacy_next(const char *text, size_t size, size_t from, struct private_find *found);

#endif
