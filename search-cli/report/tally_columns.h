#ifndef SEARCH_CLI_REPORT_TALLY_COLUMNS_H
#define SEARCH_CLI_REPORT_TALLY_COLUMNS_H

/*
 * What a report has of a tally: its results as a cell of a table or as a line, and the columns that only programs see, as
 * many as there are directions, from `first` on, named once.
 */

#include "search-cli/report/report.h"
#include "search-cli/report/tally.h"

/* "3 better, 1 mixed": what came of them, which a page draws as well. */
struct report_cell tally_cell(struct arena *arena, const struct tally *tally);

/* A line of words that tell what came of cases, which a page draws as well. */
void tally_say(struct arena *arena, struct report_part *part, const char *words, const struct tally *tally);

// clang-format off
#define TALLY_DIRECTION_COLUMNS(first) \
    [(first) + BETTER] = {"better", "Better", COLUMN_FOR_DATA}, \
    [(first) + MIXED] = {"mixed", "Mixed", COLUMN_FOR_DATA}, \
    [(first) + NO_DIFFERENCE] = {"no_difference", "No difference shown", COLUMN_FOR_DATA}, \
    [(first) + WORSE] = {"worse", "Worse", COLUMN_FOR_DATA}, \
    [(first) + NOT_DELIVERED] = {"not_delivered", "Not delivered", COLUMN_FOR_DATA}, \
    [(first) + NOT_KNOWN] = {"not_known", "Not known", COLUMN_FOR_DATA}
// clang-format on

#endif
