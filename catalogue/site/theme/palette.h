#ifndef CATALOGUE_SITE_THEME_PALETTE_H
#define CATALOGUE_SITE_THEME_PALETTE_H

/*
 * A whole palette from one colour, light and dark, as the names at the top of assets/catalogue.css. The colour is kept
 * where it can be read, and made darker or lighter until it can where it cannot: text has at least 4.5 to 1 on its
 * ground, lines and bars 3 to 1 (WCAG 2.2).
 */

#include <stdbool.h>

#include "indexer/base/text.h"

/* Each from 0 to 255. */
struct colour {
    double red;
    double green;
    double blue;
};

/* The names that follow from the colour, and the ground of each scheme. */
enum palette_name {
    PALETTE_BRAND,
    PALETTE_ON_BRAND,
    PALETTE_EDGE,
    PALETTE_AFTER,
    PALETTE_BEFORE,
    PALETTE_SHADE_1,
    PALETTE_SHADE_2,
    PALETTE_SHADE_3,
    PALETTE_SHADE_4,
    PALETTE_NAMES
};

struct palette {
    struct colour at[PALETTE_NAMES];
};

/* From 1, the same, to 21, black and white. */
double colour_contrast(struct colour one, struct colour other);

/* What text and pages are in, of either scheme; as in assets/catalogue.css. */
struct colour palette_paper(bool dark);
struct colour palette_ink(bool dark);

struct palette palette_of(struct colour colour, bool dark);

/* Both schemes as a stylesheet. */
void palette_css(struct text *out, struct colour colour);

#endif
