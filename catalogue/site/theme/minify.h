#ifndef CATALOGUE_SITE_THEME_MINIFY_H
#define CATALOGUE_SITE_THEME_MINIFY_H

/*
 * Style sheets and scripts are written for people and sent without what only
 * people need. What is sent means the same; nothing is given another name.
 */

#include <stddef.h>

#include "indexer/base/text.h"

/*
 * Adds a style sheet without comments, line ends, indentation, and blanks that mean nothing: those after
 * one of { } ; , : and before { } and the last ; of a block. Quoted texts stay as they are. A selector must not
 * have a blank behind a colon, which none needs.
 */
void minify_css(struct text *out, const char *css, size_t size);

/*
 * Adds a script without comments, indentation and blank lines, and ends it with a line end. Between two words
 * or signs a line end stays a line end and blanks become one, so that it may do without semicolons. Texts,
 * templates and patterns stay as they are. A slash behind } begins a pattern, as nobody divides an object;
 * everywhere else it is what the language says. Lines end with \n. Any bytes are taken: what is cut off in
 * the middle of something is added up to there.
 */
void minify_js(struct text *out, const char *js, size_t size);

#endif
