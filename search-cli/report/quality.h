#ifndef SEARCH_CLI_REPORT_QUALITY_H
#define SEARCH_CLI_REPORT_QUALITY_H

/*
 * What the case studies do not say, published openly: which are due to be looked through again, which have been too early
 * to tell for too long, which lack a source, an accountable owner or somebody to ask; and how complete their records are,
 * by the organisation that leads.
 */

#include "search-cli/report/organisations.h"
#include "search-cli/report/report.h"

/* As of a date in full; "" when there is none: then nothing is overdue. */
struct report *quality_report(struct arena *arena, const struct survey *survey,
                              const struct organisations *organisations, const char *on);

/* Each case study that needs somebody to look at it, and why: at most `most` of them, 0 for all. */
struct report *stale_report(struct arena *arena, const struct survey *survey, const char *on, size_t most);

#endif
