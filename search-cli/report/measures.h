#ifndef SEARCH_CLI_REPORT_MEASURES_H
#define SEARCH_CLI_REPORT_MEASURES_H

/* Measures that several case studies share: which there are, and one with the figures of all its case studies. */

#include "search-cli/report/report.h"
#include "search-cli/report/survey.h"

struct report *measures_report(struct arena *arena, const struct survey *survey);
/* Of one that has figures, by its id; NULL when there is none. */
struct report *measure_report(struct arena *arena, const struct survey *survey, const char *id);
/* The ids of those with figures. */
struct string_list measures_parts(struct arena *arena, const struct survey *survey);

#endif
