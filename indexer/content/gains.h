#ifndef INDEXER_CONTENT_GAINS_H
#define INDEXER_CONTENT_GAINS_H

/*
 * What an author may leave out, the most valuable first, with what it does for a case study: one order for the form of
 * the site and for `coach`.
 */

#include <stdbool.h>

#include "indexer/content/case_study.h"

struct gain {
    enum case_field field;
    const char *section; /* the heading of a section of the text instead of a field, or NULL */
    const char *why;
};

enum { GAINS = 20 };

extern const struct gain gains[GAINS];

/* Whether the case lacks it, and could have it: who evaluated what was not measured is not asked. */
bool gain_is_open(const struct case_study *study, const struct gain *gain);

#endif
