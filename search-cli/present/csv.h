#ifndef SEARCH_CLI_PRESENT_CSV_H
#define SEARCH_CLI_PRESENT_CSV_H

/*
 * Tables for spreadsheets, as RFC 4180 has them: a field is quoted where it has to be. One that a spreadsheet would run
 * as a formula is led by an apostrophe, as people write it there; a figure below zero is none.
 */

#include <stdbool.h>

#include "indexer/base/text.h"
#include "search-cli/present/facts.h"

/* Adds a field; the first of a line starts it. */
void csv_field(struct text *out, const char *field, bool first);

/* Fields that follow others: the facts that a spreadsheet has in words, by their keys, and what a case says. */
void csv_fact_names(struct text *out, const struct facts *facts);
void csv_facts(struct text *out, const struct facts *facts);

void csv_end_line(struct text *out);

#endif
