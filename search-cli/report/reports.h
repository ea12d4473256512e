#ifndef SEARCH_CLI_REPORT_REPORTS_H
#define SEARCH_CLI_REPORT_REPORTS_H

/*
 * The table of reports: each is one function from what was asked to a struct (report.h). Commands, pages, the list of them,
 * completion and the test that compares terminal and page loop over it.
 */

#include "search-cli/report/asked.h"
#include "search-cli/report/organisations.h"
#include "search-cli/report/report.h"
#include "search-cli/report/survey.h"

struct report_request {
    const struct report_base *base;
    const struct asked *asked;
    const char *const *arguments; /* of the command, looked at by it */
    size_t argument_count;
    bool empty;     /* only what has no case study */
    bool questions; /* with questions for a study group */
    bool brief;     /* of a lens: on one page */
    const char *on; /* the date that stands for today; NULL: the as-of date */
    size_t most;    /* how much is listed, 0 for all; only where a report says so */
    /* What reports on all case studies are made of; report_survey reads it. */
    const struct survey *survey;
    const struct organisations *organisations;
};

struct report_kind {
    const char *name;     /* "matrix" */
    const char *label;    /* as the site has it */
    const char *question; /* in plain words */
    const char *usage;    /* what is typed behind "catalogue" for it */
    const char *page;     /* where the site has it, from its root; NULL: as a part of others */
    bool is_table;        /* it has rows for a spreadsheet */
    bool is_across;       /* it looks at all case studies: the command `report` prints it, and a survey is needed */
    struct report *(*make)(struct arena *arena, const struct report_request *request);
    /* Its parts that have a page of their own, each an argument of it and, behind its name and a slash, a path. */
    struct string_list (*parts)(struct arena *arena, const struct report_request *request);
    const char *facet; /* whose terms its parts are: they stand on the pages of these; NULL: on pages of their own */
};

enum report_id {
    REPORT_MATRIX,
    REPORT_LENS,
    REPORT_BRIEF,
    REPORT_ACTIONS,
    REPORT_BARRIERS,
    REPORT_MEASURES,
    REPORT_STAGES,
    REPORT_INVESTMENT,
    REPORT_PARTNERS,
    REPORT_PRINCIPLES,
    REPORT_ORGANISATIONS,
    REPORT_QUALITY,
    REPORT_STALE,
    REPORT_LIST,
    REPORTS
};
extern const struct report_kind report_kinds[REPORTS];

/* Gives a report the name of its kind, and its question where it has none of its own. */
void report_name(struct report *report, enum report_id id);

/* Reads what reports across all case studies need, as far as it is not there; into the arena. */
void report_survey(struct arena *arena, struct report_request *request);

/*
 * Makes one: an answer in the words of its kind. NULL when it has no part of that name. The index is asked whether it
 * failed.
 */
const struct report *report_make(enum report_id id, struct arena *arena, const struct report_request *request);

#endif
