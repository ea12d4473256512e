#ifndef CATALOGUE_SITE_FRAME_SEARCH_BOX_H
#define CATALOGUE_SITE_FRAME_SEARCH_BOX_H

/* The box that leads to the search page: a plain form. It knows pages by their addresses alone. */

#include <stdbool.h>

#include "catalogue/site/frame/html.h"
#include "catalogue/site/frame/url.h"
#include "indexer/base/arena.h"

/* Opens the form, for more attributes and a field; it is closed with html_close(…, "form"). `class` may be NULL. */
void search_box_open(struct html *html, struct arena *arena, struct url search_page, const char *class);

/* The label, the field and the button. */
void search_box_field(struct html *html, const char *id, const char *label, bool label_hidden);

/* All of it. `id` tells the boxes of one page apart; `class` may be NULL. */
void search_box_write(struct html *html, struct arena *arena, struct url search_page, const char *id,
                      const char *class);

#endif
