#ifndef CATALOGUE_SITE_REPORT_REPORT_WRITE_H
#define CATALOGUE_SITE_REPORT_REPORT_WRITE_H

/*
 * A report (search-cli/report/report.h) on a page: it says what the terminal says, in the same words. What it writes is
 * marked with data-report, so that a test can compare both.
 */

#include "catalogue/site/frame/frame.h"
#include "search-cli/report/report.h"

/* All parts, each under its heading; `name` says of which report they are. */
void report_write(struct frame *frame, const struct report *report);

/* The lines of a part, at most `most` of them (0: all). */
void report_write_lines(struct frame *frame, const struct report_part *part, size_t most);

/* The part with this key, or NULL. */
const struct report_part *report_part_find(const struct report *report, const char *key);

#endif
