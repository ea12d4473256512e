#ifndef SEARCH_CLI_REPORT_ACROSS_H
#define SEARCH_CLI_REPORT_ACROSS_H

/*
 * What reports across all case studies say alike: lists of cases that end somewhere, how much was left
 * out, and parts by the terms of a facet.
 */

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

/* Terms by which a report tells the cases apart: each facet has a table, each term a part of its own. */
struct across_by {
    const char *facet;
    const char *prefix;  /* of the names of its parts: no name stands for two */
    const char *heading; /* of its table */
    const char *column;  /* and of the terms in it */
};

/* The name of a term's part, in the arena. */
const char *across_part_name(struct arena *arena, const struct across_by *by, const struct term *term);

/* The term whose part has this name, with its facet in *facet; NULL when there is none. */
const struct term_count *across_part_find(const struct survey *survey, const struct across_by *bys, size_t by_count,
                                          const char *name, const struct facet **facet);

/* The names of the parts about which there is something to say: of whose cases `count` counts any. */
struct string_list across_part_names(struct arena *arena, const struct survey *survey, const struct across_by *bys,
                                     size_t by_count,
                                     size_t (*count)(const struct survey *survey, const struct bitset *rows));

#endif
