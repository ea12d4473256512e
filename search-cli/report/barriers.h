#ifndef SEARCH_CLI_REPORT_BARRIERS_H
#define SEARCH_CLI_REPORT_BARRIERS_H

/*
 * What helped, what got in the way and what did not work, as case studies tell it in their own points: how many of each
 * by action and by kind of partner; and of one action or kind, the points themselves, each with its case study.
 */

#include "search-cli/report/report.h"
#include "search-cli/report/survey.h"

struct report *barriers_report(struct arena *arena, const struct survey *survey);

/* Of one by its name, as barriers_parts has it; NULL when there is none. */
struct report *barriers_of(struct arena *arena, const struct survey *survey, const char *part);

/* The names of those with points: an action by its id, a kind of partner behind "with-". */
struct string_list barriers_parts(struct arena *arena, const struct survey *survey);

#endif
