#ifndef INDEXER_CONTENT_PRIVATE_NUMBERS_H
#define INDEXER_CONTENT_PRIVATE_NUMBERS_H

/*
 * Numbers by which a person can be reached or found: phone numbers by the forms in which they are written, NHS numbers
 * by theirs and their check digit. Numbers of books, papers, grants and versions, dates, years, money and counts are none.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/content/private_find.h"

/* Whether a digit at a place begins a number of its own, and not the rest of a longer one, a code, a sum or a word. */
bool private_number_begins(const char *text, size_t at);

/* The number that begins at a place, if it is somebody's; else false, and found->size is how far to go on. */
bool private_number_at(const char *text, size_t size, size_t at, struct private_find *found);

#endif
