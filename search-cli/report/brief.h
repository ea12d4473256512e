#ifndef SEARCH_CLI_REPORT_BRIEF_H
#define SEARCH_CLI_REPORT_BRIEF_H

/*
 * A briefing on one printed page: how many case studies there are and how well their results are known, what came of
 * them, those that did not work too, what happened to the gap, key lessons, cost, whom to ask, and what is not known.
 * Every sentence is a count over the cases or the words of one that it names; none claims a cause.
 */

#include "search-cli/report/asked.h"
#include "search-cli/report/cases_read.h"
#include "search-cli/report/report.h"

enum { BRIEF_WORDS = 450 };

/* What a briefing answers, where nothing else was asked; a phrase. */
extern const char brief_question[];

struct brief_request {
    const struct report_base *base;
    const struct asked *asked;
    const char *title;        /* "Maternity" */
    const char *question;     /* that it answers */
    bool questions;           /* adds five questions for a study group */
    struct cases_read *cases; /* what was read for other reports already, which it adds to; NULL: nothing */
    /* Adds the parts that say what was asked, where that is more than how many there are; NULL where it is not. */
    void (*begin)(struct arena *arena, struct report *report, const struct report_base *base, const void *subject);
    const void *subject; /* handed to it */
};

/* At most BRIEF_WORDS words, the questions apart: what is less needed is left out until it fits. */
struct report *brief_report(struct arena *arena, const struct brief_request *request);

#endif
