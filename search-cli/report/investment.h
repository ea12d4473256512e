#ifndef SEARCH_CLI_REPORT_INVESTMENT_H
#define SEARCH_CLI_REPORT_INVESTMENT_H

/*
 * What the case studies of each priority area and each group state that the work cost, beside the need where the owner of
 * the catalogue states one. Costs in total, a year and a person are kept apart; only those in total are added up, where
 * all are in one currency.
 */

#include "search-cli/report/report.h"
#include "search-cli/report/survey.h"

struct report *investment_report(struct arena *arena, const struct survey *survey);

/* One area ("cvd") or group ("for-homeless") with each cost and its case; NULL where none states one. */
struct report *investment_of(struct arena *arena, const struct survey *survey, const char *part);

/* The names of those that there are. */
struct string_list investment_parts(struct arena *arena, const struct survey *survey);

#endif
