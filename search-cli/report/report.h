#ifndef SEARCH_CLI_REPORT_REPORT_H
#define SEARCH_CLI_REPORT_REPORT_H

/*
 * A report: the answer to one question that was asked of many case studies, as parts with lines and tables. It knows
 * neither terminal nor HTML; what it says in words has parts that lead somewhere (fact.h). Everything lives in the
 * arena in which it was made, or longer. report_print.h prints it, catalogue/site/report/ makes pages of it.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "search-cli/present/fact.h"

/* Who sees a column: people, programs (JSON and CSV), or both; or whoever types, who needs an id that no page shows. */
enum report_column_for { COLUMN_FOR_ALL, COLUMN_FOR_DATA, COLUMN_FOR_PEOPLE, COLUMN_FOR_TYPING };

struct report_column {
    const char *key;   /* "best_known" */
    const char *label; /* "Best known" */
    enum report_column_for shown;
};

/* A figure that a page draws on the axis of its table; what it says stands in words too. */
struct report_mark {
    bool is_drawn;
    bool has_before;
    double before, after;
    int side; /* where after lies of before: 1 better, -1 worse, 0 neither */
};

/* Amounts of money, the least first, which a page draws on the axis of its table; they stand in words too. */
struct report_amounts {
    const double *numbers;
    size_t count;
    const char *currency; /* the same in the whole table */
};

struct tally;

/* A number, or words that may lead somewhere. */
struct report_cell {
    bool is_number;
    bool is_amount; /* of money, in words that stay together */
    size_t number;
    struct report_mark mark;
    const struct tally *tally; /* whose directions the words tell, for a page to draw; NULL for other words */
    const struct report_amounts *amounts; /* that the words tell; NULL for other words */
    struct fact_part words;               /* of a number what it leads to, if anything */
};

struct report_table {
    const char *caption;
    const struct report_column *columns;
    size_t column_count;
    size_t
        of; /* what its numbers are parts of, so that a page can draw them as such; 0: they are not parts of one thing */
    bool crossed; /* its rows are pairs: the first two columns name them, the next has how many cases each has */
    struct report_cell *cells; /* cells[row * column_count + column] */
    size_t row_count;
    size_t row_capacity;
};

/* A line in words; if these tell a tally, that too, for a page to draw. */
struct report_line {
    struct fact_item words;
    const struct tally *tally;
};

struct report_part {
    const char *key;     /* names the place in a page: "results" */
    const char *heading; /* "" for what comes first */
    struct report_line *lines;
    size_t line_count;
    size_t line_capacity;
    bool is_list;               /* each line is an item of a list, else a paragraph */
    bool is_aside;              /* for few of those who ask: a page opens it on demand */
    struct report_table *table; /* behind the lines, or NULL */
};

struct report {
    const char *name; /* of its kind: "lens" */
    const char *title;
    const char *question; /* that it answers, in plain words; NULL: that of its kind */
    const char *query;    /* what it was asked within, "" for everything */
    struct report_part *parts;
    size_t part_count;
    size_t part_capacity;
    size_t cases; /* that it looked at */
};

/* A new part at the end; a new line of it, of no words yet; a line of words. Valid until the next of its kind is added. */
struct report_part *report_part_add(struct arena *arena, struct report *report, const char *key, const char *heading);
struct fact_item *report_line(struct arena *arena, struct report_part *part);
void report_say(struct arena *arena, struct report_part *part, const char *words);

/* The table of a part, without rows; and a new row of it: as many cells as it has columns. */
struct report_table *report_table_add(struct arena *arena, struct report_part *part, const char *caption,
                                      const struct report_column *columns, size_t column_count);
struct report_cell *report_row(struct arena *arena, struct report_table *table);

struct report_cell report_number(size_t number);
struct report_cell report_words(const char *words);
struct report_cell report_link(const char *words, enum fact_link link, const char *to);

/* How many words a report says to people, from its title on. */
size_t report_word_count(const struct report *report);

/* A cell as people read it: "1,200". */
const char *report_cell_text(struct arena *arena, const struct report_cell *cell);

#endif
