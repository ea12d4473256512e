#ifndef SEARCH_CLI_REPORT_STAGES_H
#define SEARCH_CLI_REPORT_STAGES_H

/*
 * What became of the work, from pilot to normal business: how many case studies stand at each stage and what came of
 * them; which were measured and are still pilots or ended, and which became normal business without a measured result.
 */

#include "search-cli/report/report.h"
#include "search-cli/report/survey.h"

struct report *stages_report(struct arena *arena, const struct survey *survey);

#endif
