#ifndef CATALOGUE_SITE_THEME_STYLES_H
#define CATALOGUE_SITE_THEME_STYLES_H

/* The stylesheet of all pages, assets/catalogue.css, as it is sent. */

#include "catalogue/site/output/output.h"
#include "indexer/base/text.h"

void styles_write(struct output *output);

void styles_add(struct text *out);

#endif
