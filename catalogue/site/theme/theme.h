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
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/markdown.h"

/* Links in a text lead from pages of different depth, so it is rendered for each. */
enum { THEME_DEPTHS = 4 };

struct theme_text {
    bool exists;
    struct markdown_body at[THEME_DEPTHS];
};

/* A file that goes into the site as it is. */
struct theme_file {
    const char *path; /* where it stands there */
    const char *data;
    size_t size;
};

struct theme {
    bool has_stylesheet;
    const char *logo; /* where it stands in the site, or NULL */
    struct theme_text header;
    struct theme_text footer;
    struct theme_file *files;
    size_t file_count;
};

extern const char theme_stylesheet_path[];

/* Reads all of it; `colour` is that of the settings, "" for none. False when something is wrong with it or could not be read, which is reported. */
bool theme_read(struct arena *arena, const char *root, const char *colour, struct theme *theme,
                struct diagnostics *diagnostics);

/* A text as it stands in a page. */
struct rendered theme_text_for(const struct theme_text *text, const char *path);

#endif
