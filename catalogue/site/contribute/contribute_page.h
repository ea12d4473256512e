#ifndef CATALOGUE_SITE_CONTRIBUTE_CONTRIBUTE_PAGE_H
#define CATALOGUE_SITE_CONTRIBUTE_CONTRIBUTE_PAGE_H

/*
 * contribute.html: a form that makes the file of a case study in the reader's own browser, and two short ones for what
 * readers know of a case study that is there: that they tried it too, and what is wrong with it. Without its script the
 * page is a sheet of questions to print, with the file as it has to look.
 */

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"

void contribute_page(const struct site *site, struct site_files *files);

#endif
