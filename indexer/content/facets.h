#ifndef INDEXER_CONTENT_FACETS_H
#define INDEXER_CONTENT_FACETS_H

#include "indexer/content/fields.h"

/*
 * What cases can be filtered, counted and browsed by: every field of terms, and
 * what is derived from others (partner_types, outcome_domain, outcome_kind,
 * evidence). The first three are the tags that lead everywhere.
 */
struct facet {
    const char *key;        /* query field, JSON key: "priority_areas" */
    const char *option;     /* "priority-area" for --priority-area */
    const char *vocabulary; /* "priority-areas", also the folder under browse/ */
    const char *label;      /* "Priority area" */
    enum case_field field;  /* where its terms come from */
    int member;             /* in which member of that field's maps, or -1 */
};

enum { FACET_COUNT = 22, LEADING_FACETS = 3 };
extern const struct facet facets[FACET_COUNT];

/*
 * The facet meant by a name as people type it: hyphens for underscores and the
 * singular are accepted ("priority-area", "regions", "stage"). NULL when none.
 */
const struct facet *facet_find(const char *name);

#endif
