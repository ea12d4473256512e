#ifndef INDEXER_CONTENT_PRIVATE_EMAIL_H
#define INDEXER_CONTENT_PRIVATE_EMAIL_H

/*
 * E-mail addresses, also where somebody hid them from machines: ann (at) council dot example. Handles of networks,
 * names of pictures (logo@2x.png) and versions (name@1.2) are none.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/content/private_find.h"

/* The address whose sign ("@", " (at) ", …) stands at a place and whose name begins at `from` or behind it. */
bool private_email_around(const char *text, size_t size, size_t from, size_t at, struct private_find *found);

#endif
