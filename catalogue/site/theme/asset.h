#ifndef CATALOGUE_SITE_THEME_ASSET_H
#define CATALOGUE_SITE_THEME_ASSET_H

/* What the program brings for pages to load, from catalogue/site/assets/: each made of one or several files there. */

#include "indexer/base/text.h"

enum asset {
    ASSET_STYLESHEET,
    ASSET_ICON,
    ASSET_COMPARE,
    ASSET_SEARCH_ENGINE,
    ASSET_SEARCH_PAGE,
    ASSET_SEARCH_CORRECT,
    ASSET_SEARCH_WAITING, /* stands in the page of results itself */
    ASSET_SEARCH_NAMES,
    ASSET_SINGLE, /* shows the pages of the single file; no page loads it */
    ASSETS
};

/* Adds it as it is sent. */
void asset_add(struct text *out, enum asset asset);

#endif
