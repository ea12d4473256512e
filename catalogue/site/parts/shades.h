#ifndef CATALOGUE_SITE_PARTS_SHADES_H
#define CATALOGUE_SITE_PARTS_SHADES_H

/*
 * The colours of counts: none, and four shades. One scale holds for the whole site, so that the same shade means the
 * same everywhere; its limits are the first three powers of the fourth root of how many case studies there are.
 */

#include "catalogue/site/frame/frame.h"

/* The class that colours a count: "gap" for none, "shade-1" to "shade-4". */
const char *shade_of(const struct site *site, size_t count);

/* What each shade stands for: "1 to 3", "4 to 11" … */
void shades_legend(struct frame *frame);

#endif
