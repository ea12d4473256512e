#ifndef SEARCH_CLI_REPORT_LENS_REPORT_H
#define SEARCH_CLI_REPORT_LENS_REPORT_H

/* What the case studies answer to the questions of a lens: all lenses, one whole, one cell of it. */

#include "search-cli/report/asked.h"
#include "search-cli/report/cases_read.h"
#include "search-cli/report/report.h"

/* A lens with what its queries find: one for each cell, and for each entry of its second axis. */
struct lens_answers {
    const struct lens *lens;
    struct asked *cells;
    struct asked *second;
    struct bitset rows; /* of all cells together */
};

/* Asks the queries of a lens, within these cases (NULL: all); false when the index failed. Lives in the arena. */
bool lens_ask(struct index *index, struct arena *arena, const struct lens *lens, const struct bitset *within,
              struct lens_answers *answers);

/* `within` says in words which cases were looked at, "" for all. */
struct report *lens_list_report(struct arena *arena, const struct lens_answers *answers, size_t count,
                                const char *within);
/* `cases` is what was read for other reports already, which these add to. */
struct report *lens_report(struct arena *arena, const struct lens_answers *answers, const char *within,
                           struct cases_read *cases);

/* A briefing on all of it: its questions in a table, and what the case studies of all of them say together. */
struct report *lens_brief(struct arena *arena, const struct lens_answers *answers, const char *within,
                          struct cases_read *cases);

/* A briefing on one cell, by its number. */
struct report *lens_cell_report(struct arena *arena, const struct lens_answers *answers, size_t cell,
                                const char *within, struct cases_read *cases);

/* "From 2008 to 2010; then came …", "Since 2021": when a lens held. */
const char *lens_period(struct arena *arena, const struct lens *lens);

#endif
