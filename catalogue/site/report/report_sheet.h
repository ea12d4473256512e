#ifndef CATALOGUE_SITE_REPORT_REPORT_SHEET_H
#define CATALOGUE_SITE_REPORT_REPORT_SHEET_H

#include "indexer/base/text.h"
#include "indexer/content/settings.h"
#include "search-cli/report/report.h"

/*
 * The lines of a report as a page by itself, to be printed or sent: nothing is loaded from elsewhere. Case studies are
 * links where the catalogue knows where its site stands.
 */
void report_sheet(struct text *out, const struct report *report, const struct settings *settings);

#endif
