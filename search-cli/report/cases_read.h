#ifndef SEARCH_CLI_REPORT_CASES_READ_H
#define SEARCH_CLI_REPORT_CASES_READ_H

/*
 * The case studies that a report quotes: read when they are needed, each once, the best first. What is quoted from them
 * are their own words: lessons, figures, costs, contacts. They live in an arena of their own, so that several reports can
 * share what was read.
 */

#include "search-cli/present/facts.h"
#include "search-cli/report/asked.h"
#include "search-cli/report/report.h"

struct case_told {
    struct case_row row;
    const struct case_study *study;
    struct facts *facts;
};

/* The rows of all visible cases, the best known first. */
struct cases_order {
    size_t *rows;
    size_t count;
};

struct cases_read {
    struct arena *arena;
    const struct report_base *base;
    struct cases_order order; /* read into the arena when it is first needed, unless it is there already */
    struct case_told *items;
    size_t count;
    size_t capacity;
};

/* A report chooses among them many times, and many reports do; in the arena. */
struct cases_order cases_order_read(struct arena *arena, const struct report_base *base);

/*
 * The cases of a set in the order in which they are worth quoting, at most `most`: by what they have to do with the words
 * of the query where it has any, else the best known first, and among these what is about the fewest areas.
 */
struct case_rows cases_best(struct arena *arena, struct cases_read *reading, const struct asked *asked,
                            const struct bitset *rows, size_t most);

/* What a case says; NULL when the index failed. Valid until the next is read. */
const struct case_told *cases_tell(struct cases_read *reading, const struct case_row *row);

/* The title of a case that leads to it, as a note behind what it says. */
void cases_note_title(struct fact_item *line, const struct case_row *row);

/* "E3 Compared · Better", as a note behind what is quoted of a case. */
void cases_note_level(const struct cases_read *reading, struct fact_item *line, const struct case_row *row);

/*
 * Adds lessons to a part, one a case from the best on, at most `most`: each with its case and how well that is known. A
 * lesson that claims a cause is left out where nothing was compared (below E3).
 */
void cases_add_learning(struct arena *arena, struct cases_read *reading, struct report_part *part,
                        const struct case_rows *best, size_t most);

/* Adds whom to ask, one a case, at most `most`. */
void cases_add_contacts(struct arena *arena, struct cases_read *reading, struct report_part *part,
                        const struct case_rows *best, size_t most);

/* Whether a text claims that one thing brought about another. */
bool claims_cause(const char *text);

#endif
