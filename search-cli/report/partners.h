#ifndef SEARCH_CLI_REPORT_PARTNERS_H
#define SEARCH_CLI_REPORT_PARTNERS_H

/* Which kinds of partner stand in case studies and lead them, what came of those that they lead, and who works with whom. */

#include "search-cli/report/report.h"
#include "search-cli/report/survey.h"

struct report *partners_report(struct arena *arena, const struct survey *survey);

#endif
