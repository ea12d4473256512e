#ifndef SEARCH_CLI_PRESENT_CASE_CSV_H
#define SEARCH_CLI_PRESENT_CASE_CSV_H

/*
 * Case studies as tables for spreadsheets: one of the cases, a line each, and one each of what a case has several of:
 * outcomes, partners, adoptions, a line for each of these. Columns come from the tables of fields, facets and facts, and
 * say what they hold, for a codebook.
 */

#include "indexer/base/text.h"
#include "indexer/content/case_study.h"
#include "search-cli/present/facts.h"

enum case_table { TABLE_CASES, TABLE_OUTCOMES, TABLE_PARTNERS, TABLE_ADOPTIONS, CASE_TABLES };

/* The names of their files, in a folder by themselves. */
#define CASES_FILE "case-studies.csv"
#define OUTCOMES_FILE "outcomes.csv"
#define PARTNERS_FILE "partners.csv"
#define ADOPTIONS_FILE "adoptions.csv"
const char *case_table_file(enum case_table table);

struct csv_column {
    const char *key;
    const char *about;         /* what it holds, in a sentence */
    const char *vocabulary;    /* whose terms, or NULL; several are parted by "; " where it is no `field` */
    const struct field *field; /* that it is; NULL: it is worded or computed */
};

struct csv_columns {
    struct csv_column *items;
    size_t count;
    size_t capacity;
};

/*
 * In their order; the first is the id of the case. But for the cases themselves, "number" is which of the case's items a
 * line is, so that both together are one line's own.
 */
struct csv_columns case_csv_columns(struct arena *arena, enum case_table table);

/* The line of names; `marked`: behind the byte order mark by which spreadsheets know UTF-8, and which programs may not. */
void case_csv_head(struct text *out, enum case_table table, bool marked);

/*
 * What the table has of a case: one line of the cases; of the outcomes a line for each. `address` is where its page
 * stands. Several terms are parted by "; ", numbers are as the file has them.
 */
void case_csv_lines(struct text *out, enum case_table table, const struct case_study *study, const struct facts *facts,
                    const char *address);

#endif
