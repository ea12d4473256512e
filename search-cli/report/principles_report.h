#ifndef SEARCH_CLI_REPORT_PRINCIPLES_REPORT_H
#define SEARCH_CLI_REPORT_PRINCIPLES_REPORT_H

/*
 * Case studies against the principles of partnership: of each whether the record shows it, whether it is only claimed,
 * whether there is no evidence either way, or whether no record can show it; and how long it took until an outcome was
 * measured.
 */

#include "search-cli/report/report.h"
#include "search-cli/report/survey.h"

/* The first of its sheets, or by number ("2"); NULL when there is none. */
struct report *principles_report(struct arena *arena, const struct survey *survey, const char *sheet);

/* The numbers of the sheets behind the first. */
struct string_list principles_parts(struct arena *arena, const struct survey *survey);

#endif
