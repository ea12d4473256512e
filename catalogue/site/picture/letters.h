#ifndef CATALOGUE_SITE_PICTURE_LETTERS_H
#define CATALOGUE_SITE_PICTURE_LETTERS_H

/* Capitals and digits, drawn with a round pen. Their lines are this program's own, so no font comes along. */

#include "catalogue/site/picture/png.h"

/* Colours from `paper` to `paper + LETTER_TONES - 1`, that of the ink, are mixed along the edges. */
enum { LETTER_TONES = 16 };

struct pen {
    struct picture *picture;
    unsigned char paper; /* the number of its colour */
    double unit;         /* a capital is eight units high */
};

/* How many units a text is wide: a to z are drawn as capitals, digits as such, all else is a blank. */
double letters_width(const char *text, size_t size);

/* Draws it from x, y on, the upper left corner. */
void letters_draw(const struct pen *pen, const char *text, size_t size, double x, double y);

#endif
