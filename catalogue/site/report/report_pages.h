#ifndef CATALOGUE_SITE_REPORT_REPORT_PAGES_H
#define CATALOGUE_SITE_REPORT_REPORT_PAGES_H

#include "catalogue/site/model/site.h"
#include "catalogue/site/model/site_file.h"
#include "search-cli/report/survey.h"

/*
 * The pages of the reports across all case studies, and of their parts, as the table of reports has them; but for parts
 * that stand on the pages of terms. All are made of one whole survey, so they are made together. `arena` lives as long as
 * that is needed.
 */
void report_pages(const struct site *site, const struct survey *survey, struct arena *arena, struct site_files *files);

#endif
