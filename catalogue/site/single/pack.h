#ifndef CATALOGUE_SITE_SINGLE_PACK_H
#define CATALOGUE_SITE_SINGLE_PACK_H

/*
 * Text in which nothing is said twice: what was said before is pointed at. It stays text, as UTF-8, can stand in a
 * script element of a page, and is put together again by assets/single.js.
 *
 * In it ~ begins a mark. ~~ stands for ~, ~! for a < that would end the script, and ~. for a carriage return, which a
 * browser would not keep. Any other mark says again what was said before: how many bytes, less PACK_LEAST, as one digit
 * in base 64, or, from 63 on, that digit and two more; then how many bytes back it began, as a digit that holds how many
 * more follow it (less one, times 16) and the highest part of the number, and those.
 */

#include "indexer/base/text.h"

enum { PACK_LEAST = 8 };

/* What was said so far. Starts as {0}. */
struct pack {
    struct text said;
    struct pack_row *rows;
};

/* What stands in a page as it is, and is read from there, before everything that is added behind it. */
void pack_know(struct pack *pack, const char *text, size_t size);

/* Adds a text, UTF-8, to `out` as it is packed. */
void pack_add(struct pack *pack, struct text *out, const char *text, size_t size);

void pack_free(struct pack *pack);

#endif
