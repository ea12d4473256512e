#ifndef SEARCH_CLI_REPORT_TERM_BRIEF_H
#define SEARCH_CLI_REPORT_TERM_BRIEF_H

#include "search-cli/report/asked.h"
#include "search-cli/report/brief.h"

/*
 * The briefing (brief.h) on the case studies that have a term, of which there are some. `cases` as in brief_request.
 */
struct report *term_brief(struct arena *arena, const struct report_base *base, struct cases_read *cases,
                          const struct facet *facet, const struct term_count *term);

#endif
