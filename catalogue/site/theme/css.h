#ifndef CATALOGUE_SITE_THEME_CSS_H
#define CATALOGUE_SITE_THEME_CSS_H

/* Style sheets are written for people and sent without what only people need. */

#include <stddef.h>

#include "indexer/base/text.h"

/*
 * Adds a style frame without comments, line ends, indentation, and blanks that mean nothing: those after
 * one of { } ; , : and before { } and the last ; of a block. Quoted texts stay as they are. A selector must not
 * have a blank behind a colon, which none needs.
 */
void css_squeeze(struct text *out, const char *css, size_t size);

#endif
