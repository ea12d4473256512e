#ifndef SEARCH_CLI_REPORT_REPORTS_H
#define SEARCH_CLI_REPORT_REPORTS_H

/*
 * The table of reports: each is one function from what was asked to a struct (report.h). Commands, pages, navigation and
 * the test that compares terminal and page loop over it.
 */

#include "search-cli/report/asked.h"
#include "search-cli/report/report.h"

struct report_request {
    const struct report_base *base;
    const struct asked *asked;
    const char *const *arguments; /* of the command, looked at by it */
    size_t argument_count;
    bool empty;     /* only what has no case study */
    bool questions; /* with questions for a study group */
};

struct report_kind {
    const char *name;     /* of its command: "matrix" */
    const char *label;    /* as the navigation of the site has it */
    const char *question; /* in plain words */
    const char *page;     /* where the site has it, from its root; NULL: as a part of others */
    bool is_table;        /* it has rows for a spreadsheet */
    struct report *(*make)(struct arena *arena, const struct report_request *request);
};

enum report_id { REPORT_MATRIX, REPORT_LENS, REPORT_BRIEF, REPORTS };
extern const struct report_kind report_kinds[REPORTS];

/* Gives a report the name of its kind, and its question where it has none of its own. */
void report_name(struct report *report, enum report_id id);

/* Makes one: an answer in the words of its kind. Never NULL; the index is asked whether it failed. */
const struct report *report_make(enum report_id id, struct arena *arena, const struct report_request *request);

#endif
