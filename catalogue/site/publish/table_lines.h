#ifndef CATALOGUE_SITE_PUBLISH_TABLE_LINES_H
#define CATALOGUE_SITE_PUBLISH_TABLE_LINES_H

/*
 * The lines that case studies have in the tables for spreadsheets, until all are there and each table can be written in
 * order: in a file, as those of a large catalogue are too much to hold. Several threads may put lines at once.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/text.h"
#include "search-cli/present/case_csv.h"

struct table_lines;

/*
 * For cases in rows below `row_count`. The file is made at `path`, where nothing may be, and loses its name at once, so
 * that a run that is killed leaves nothing. NULL, and a reason (an errno), when that cannot be. The caller closes it.
 */
struct table_lines *table_lines_open(const char *path, size_t row_count, int *reason);

/* Keeps the lines that a case has in a table, with their line ends, in place of any before; false, and a reason. */
bool table_lines_put(struct table_lines *lines, size_t row, enum case_table table, const char *data, size_t size,
                     int *reason);

/* Whether a case has any. */
bool table_lines_have(const struct table_lines *lines, size_t row, enum case_table table);

/* Adds those of a case to a text, which is as it was on failure; false, and a reason. */
bool table_lines_get(struct table_lines *lines, size_t row, enum case_table table, struct text *out, int *reason);

/* Accepts NULL. */
void table_lines_close(struct table_lines *lines);

#endif
