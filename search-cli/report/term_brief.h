#ifndef SEARCH_CLI_REPORT_TERM_BRIEF_H
#define SEARCH_CLI_REPORT_TERM_BRIEF_H

#include "search-cli/report/asked.h"
#include "search-cli/report/brief.h"

/* Whether the terms of a facet have briefings of their own: what case studies are looked for by, and what is done. */
bool facet_has_briefs(const struct facet *facet);

/*
 * The briefing (brief.h) on the case studies that have a term, of which there are some. `cases` as in brief_request.
 */
struct report *term_brief(struct arena *arena, const struct report_base *base, struct cases_read *cases,
                          const struct facet *facet, const struct term_count *term);

#endif
