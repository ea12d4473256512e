#ifndef CATALOGUE_SITE_THEME_THEME_H
#define CATALOGUE_SITE_THEME_THEME_H

/*
 * What the publisher adds to every page, from ROOT/theme; each file may be missing:
 *
 *   theme.css          read after the site's own stylesheet, above all to set its colours anew
 *   header.md          Markdown below the header, such as a notice
 *   footer.md          Markdown in the footer
 *   logo.svg, logo.png in place of the site's own mark
 *   files/             what theme.css refers to, as url(theme/NAME)
 */

#include <stdbool.h>

#include "catalogue/site/output/output.h"
#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/markdown.h"

/* Links in a text lead from pages of different depth, so it is rendered for each. */
enum { THEME_DEPTHS = 4 };

struct theme_text {
    bool exists;
    struct markdown_body at[THEME_DEPTHS];
};

struct theme {
    bool has_stylesheet;
    const char *logo; /* "logo.svg", or NULL */
    struct theme_text header;
    struct theme_text footer;
};

extern const char theme_stylesheet_path[];

/* False when its texts have errors, which are reported. */
bool theme_read(struct arena *arena, const char *root, struct theme *theme, struct diagnostics *diagnostics);

/* A text as it stands in a page. */
struct rendered theme_text_for(const struct theme_text *text, const char *path);

/* Where the logo stands in the site. */
const char *theme_logo_path(struct arena *arena, const struct theme *theme);

/* Copies its files to the site. */
void theme_write(const struct theme *theme, const char *root, struct output *output);

#endif
