#ifndef CATALOGUE_SITE_THEME_ASSET_H
#define CATALOGUE_SITE_THEME_ASSET_H

/* What the program brings for pages to load, from catalogue/site/assets/: each made of one or several files there. */

#include <stdint.h>

#include "indexer/base/text.h"

enum asset {
    ASSET_STYLESHEET,
    ASSET_ICON,
    ASSET_CHOICE,     /* on every page but that of results */
    ASSET_LISTS,      /* on the pages of chosen cases */
    ASSET_CONTRIBUTE, /* on the page of the form */
    ASSET_SEARCH,     /* on the page of results, with what ASSET_CHOICE holds */
    ASSET_SEARCH_CORRECT,
    ASSET_SEARCH_EARLY,   /* stands in the page of results itself, in its head … */
    ASSET_SEARCH_WAITING, /* … and in its main part */
    ASSET_SEARCH_NAMES,
    ASSET_LOST,   /* stands in the page for addresses that lead nowhere */
    ASSET_SINGLE, /* shows the pages of the single file; no page loads it */
    ASSETS
};

/* Adds it as it is sent. */
void asset_add(struct text *out, enum asset asset);

/* What tells each, as it is sent, from another of its name; and so all the scripts together that search in a browser. */
struct asset_versions {
    uint64_t of[ASSETS];
    uint64_t search;
};

/* In the language that phrases are said in now. */
struct asset_versions asset_versions_find(void);

#endif
