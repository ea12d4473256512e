#ifndef SEARCH_CLI_REPORT_REPORT_PRINT_H
#define SEARCH_CLI_REPORT_REPORT_PRINT_H

/* Reports as they are printed. The printers say what the struct says and work out nothing. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/text.h"
#include "search-cli/report/report.h"

struct report_style {
    size_t width; /* columns of the terminal */
    bool color;
    /* Where a part leads on the web, NULL for nowhere; NULL where nobody knows. For Markdown. */
    const char *(*address)(const struct report_style *style, struct arena *arena, const struct fact_part *part);
    const void *from; /* for that function */
};

void report_text(struct text *out, const struct report *report, const struct report_style *style);
void report_markdown(struct text *out, const struct report *report, const struct report_style *style);

/* Described in search-cli/present/json.md. */
void report_json(struct text *out, const struct report *report);

/* The rows of its tables, of those with the columns of the first. */
void report_csv(struct text *out, const struct report *report);

#endif
