#ifndef CATALOGUE_SITE_THEME_JS_H
#define CATALOGUE_SITE_THEME_JS_H

/* Scripts are written for people and sent without what only people need. */

#include <stddef.h>

#include "indexer/base/text.h"

/*
 * Adds each script to its text, without comments and needless blanks, and with short names: every name, of variables and
 * of properties alike, becomes the same short one everywhere, unless it is in the list of js.c of those that belong to
 * the language, the browser or the index. So scripts that share names are squeezed together. Every
 * statement must end with a semicolon or brace, none may be empty, and no name may be put together from strings.
 */
struct js_script {
    const char *data;
    size_t size;
};

void js_squeeze(struct text *outs, const struct js_script *scripts, size_t count);

#endif
