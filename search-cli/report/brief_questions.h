#ifndef SEARCH_CLI_REPORT_BRIEF_QUESTIONS_H
#define SEARCH_CLI_REPORT_BRIEF_QUESTIONS_H

/* Five questions for a study group, from where the cases disagree and from what they leave open. */

#include "search-cli/report/asked.h"
#include "search-cli/report/report.h"

void brief_add_questions(struct arena *arena, struct report *report, const struct report_base *base,
                         const struct asked *asked);

/* For whom none of the cases is, though others here are: those marked as first, then those of most cases; at most `most`. */
struct string_list brief_missing_people(struct arena *arena, const struct report_base *base, const struct bitset *rows,
                                        size_t most);

#endif
