#ifndef CATALOGUE_SITE_REPORT_LENS_PAGES_H
#define CATALOGUE_SITE_REPORT_LENS_PAGES_H

/*
 * The pages of the lenses. They quote case studies: what was read of them is handed from page to page, with the index that
 * it is read from.
 */

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"

/* lenses/index.html */
void lens_list_page(const struct site *site, struct site_files *files);

/* lenses/<lens>.html */
void lens_page(const struct site *site, struct cases_read *cases, const struct lens_answers *answers,
               struct site_files *files);

/* lenses/<lens>/index.html: a briefing on all of it, to print on one page. */
void lens_brief_page(const struct site *site, struct cases_read *cases, const struct lens_answers *answers,
                     struct site_files *files);

/* lenses/<lens>/<cell>.html: a briefing on one question, and the case studies that answer it. */
void lens_cell_page(const struct site *site, struct cases_read *cases, const struct lens_answers *answers, size_t cell,
                    struct site_files *files);

#endif
