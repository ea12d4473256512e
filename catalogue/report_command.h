#ifndef CATALOGUE_REPORT_COMMAND_H
#define CATALOGUE_REPORT_COMMAND_H

/* What the commands that print a report share: asking, the formats, and names of fields. */

#include "catalogue/command.h"
#include "indexer/base/keyword.h"
#include "search-cli/report/reports.h"

enum report_format { REPORT_AS_TEXT, REPORT_AS_MARKDOWN, REPORT_AS_JSON, REPORT_AS_CSV, REPORT_AS_HTML };

/* What is asked within: the query, and the options of facets, which are in the invocation. False after a complaint. */
bool report_command_ask(struct invocation *invocation, const char *query, struct asked *asked);

/* Prints a report, and on stderr what is to be said of how the query was read; the status to leave with. */
enum exit_status report_command_print(struct invocation *invocation, const struct report *report,
                                      const struct asked *asked, enum report_format format);

/* Whether each of the arguments names a field of terms; else a complaint that says which is near. */
bool report_command_fields(struct invocation *invocation);

#endif
