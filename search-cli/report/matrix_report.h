#ifndef SEARCH_CLI_REPORT_MATRIX_REPORT_H
#define SEARCH_CLI_REPORT_MATRIX_REPORT_H

/* The gap map as a report: how many pairs have no case study, which of those come first, and all pairs or the empty ones. */

#include "search-cli/report/asked.h"
#include "search-cli/report/matrix.h"
#include "search-cli/report/report.h"

enum { MATRIX_HOLES = 12 };

/* A pair of fields that the site shows, and what one reads from it. */
struct matrix_pair {
    const char *down;
    const char *across;
    const char *heading;
    const char *question;
};
enum { MATRIX_PAIRS = 4 };
/* The first is the gap map itself. */
extern const struct matrix_pair matrix_pairs[MATRIX_PAIRS];

/* The terms of two facets crossed, within a set of cases. */
struct matrix matrix_of(struct arena *arena, const struct report_base *base, const struct facet *down,
                        const struct facet *across, const struct bitset *rows);

/* Without name and question, which its kind has. `empty`: only the pairs without a case study. */
struct report *matrix_report(struct arena *arena, const struct report_base *base, const struct matrix *matrix,
                             const char *query, bool empty);

#endif
