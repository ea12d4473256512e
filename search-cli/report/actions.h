#ifndef SEARCH_CLI_REPORT_ACTIONS_H
#define SEARCH_CLI_REPORT_ACTIONS_H

/*
 * What can be done: every action with who leads it and what came of it; and one action by itself: who can do it, its
 * case studies by result and evidence, and, from a briefing, what to start with. Counts are over the visible cases.
 */

#include "search-cli/report/asked.h"
#include "search-cli/report/cases_read.h"
#include "search-cli/report/report.h"

struct report *actions_report(struct arena *arena, const struct report_base *base);

/*
 * NULL when no action has this id, or no case study tells of it. `cases` is what was read for other reports, which it adds
 * to; NULL: nothing. Whether the index failed is asked of it.
 */
struct report *action_report(struct arena *arena, const struct report_base *base, struct cases_read *cases,
                             const char *id);

/* The actions that have a report of their own. */
struct string_list actions_parts(struct arena *arena, const struct report_base *base);

#endif
