#ifndef CATALOGUE_SITE_PICTURE_PREVIEW_H
#define CATALOGUE_SITE_PICTURE_PREVIEW_H

/*
 * The picture that other sites show beside a link to a page (og:image): the title of the catalogue on its colour. There is
 * one for all pages, as what is shared has a title of its own beside it, and one for each case study would be as many
 * files more. An address within the site means nothing there, so only a site that knows its own has the picture.
 */

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"

enum { PREVIEW_WIDTH = 1200, PREVIEW_HEIGHT = 630 };

void preview_make(const struct site *site, struct site_files *files);

#endif
