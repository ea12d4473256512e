#ifndef SEARCH_CLI_REPORT_ACROSS_H
#define SEARCH_CLI_REPORT_ACROSS_H

/* What reports across all case studies say alike: lists of cases that end somewhere, and how much was left out. */

#include "search-cli/report/report.h"
#include "search-cli/report/survey.h"

/* As many lines or rows as one list has on a page and in a terminal; a catalogue may have any number of cases. */
enum { ACROSS_LINES = 60, ACROSS_ROWS = 200 };

/* A new report over a survey. */
struct report *across_report(struct arena *arena, const struct survey *survey, const char *title);

/* A line that leads to a case, with a note behind it ("" for none). */
void across_case(struct arena *arena, struct report_part *part, const struct case_row *row, const char *note);

/* Says that there are more than were listed, and how one sees them; nothing where all were. */
void across_more(struct arena *arena, struct report *report, size_t count, size_t shown, const char *query);

#endif
