#ifndef CATALOGUE_SITE_THEME_STYLES_H
#define CATALOGUE_SITE_THEME_STYLES_H

/* The stylesheets: one of every page, and those that one kind of page loads besides. */

#include "catalogue/site/publish/output.h"
#include "indexer/base/text.h"

/* assets/catalogue.css, home.css, gaps.css, case.css, search.css */
void styles_write(struct output *output);

/* All of them in one. */
void styles_add(struct text *out);

#endif
