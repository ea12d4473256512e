#ifndef SEARCH_CLI_REPORT_ORGANISATIONS_H
#define SEARCH_CLI_REPORT_ORGANISATIONS_H

/*
 * Who stands in the case studies, by name: however a name is written, it is one organisation (case_name_key). Those with
 * the most case studies come first, those with as many by name.
 */

#include "search-cli/report/survey.h"

struct organisation {
    const char *name;
    const char *slug; /* names its page, and no other's */
    size_t *cases;    /* by number in the survey, each once, in its order */
    size_t count;
    size_t *led; /* those that it leads */
    size_t led_count;
    const char *type; /* as the first of them has it */
};

struct organisations {
    struct organisation *items;
    size_t count;
    size_t several; /* how many stand in more than one: the first of the items */
};

struct organisations organisations_of(struct arena *arena, const struct survey *survey);

const struct organisation *organisation_find(const struct organisations *organisations, const char *slug);

#endif
