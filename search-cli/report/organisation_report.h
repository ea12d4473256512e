#ifndef SEARCH_CLI_REPORT_ORGANISATION_REPORT_H
#define SEARCH_CLI_REPORT_ORGANISATION_REPORT_H

/* The organisations as reports: those that stand in more than one case study, and one, with what would strengthen its own. */

#include "search-cli/report/organisations.h"
#include "search-cli/report/report.h"

struct report *organisations_report(struct arena *arena, const struct survey *survey,
                                    const struct organisations *organisations);
struct report *organisation_report(struct arena *arena, const struct survey *survey,
                                   const struct organisation *organisation);

/* A link to the page of one that has a page: that stands in more than one case study. */
struct report_cell organisation_cell(struct arena *arena, const struct organisation *organisation);

#endif
