#ifndef CATALOGUE_SITE_PICTURE_PNG_H
#define CATALOGUE_SITE_PICTURE_PNG_H

/* A picture of at most 256 colours, and a PNG file of it. */

#include <stddef.h>

#include "indexer/base/text.h"

struct picture {
    size_t width;
    size_t height;
    unsigned char *pixels; /* row by row, each the number of a colour */
};

/* Adds the file. `colours` are red, green and blue, one after the other; `count` of them. */
void png_add(struct text *out, const struct picture *picture, const unsigned char *colours, size_t count);

#endif
