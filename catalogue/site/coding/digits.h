#ifndef CATALOGUE_SITE_CODING_DIGITS_H
#define CATALOGUE_SITE_CODING_DIGITS_H

/*
 * Numbers as characters that need no escaping in a script. There are 64 low digits and 26 high ones, all different:
 *
 *   a number that ends by itself   high digits, base 26, then one low digit, base 64
 *   a number of fixed width        low digits alone
 *   bits                           six to a low digit, the highest first; the last digit is filled up with zeros
 */

#include <stddef.h>

#include "indexer/base/text.h"

/* The digits themselves, 64 low ones, then 26 high ones. */
extern const char digits_all[];

void digits_number(struct text *out, size_t number);

/* A number with exactly `width` low digits; what is above them is lost. */
void digits_fixed(struct text *out, size_t number, size_t width);

/* Bits on their way to a text; begin with {.out = …}. */
struct bits {
    struct text *out;
    unsigned held; /* fewer than six that are no digit yet */
    unsigned count;
};

/* The lowest `width` bits of a number. */
void bits_add(struct bits *bits, size_t number, unsigned width);

/*
 * Rice, "Some practical universal noiseless coding techniques", 1979: the number without its lowest `low` bits as so
 * many ones and a zero, then those bits. Shortest where bits_low tells how many from what the numbers come to together.
 */
void bits_rice(struct bits *bits, size_t number, unsigned low);
unsigned bits_low(size_t sum, size_t count);

/* Elias' gamma code, of a number that is not 0: a one for each bit behind its highest, a zero, then those bits. */
void bits_gamma(struct bits *bits, size_t number);

/* Fills up the last digit. */
void bits_end(struct bits *bits);

#endif
