#ifndef INDEXER_CONTENT_FACETS_H
#define INDEXER_CONTENT_FACETS_H

#include <stdbool.h>
#include <stddef.h>

#include "indexer/content/fields.h"

/*
 * What cases can be filtered, counted and browsed by: every field of terms, and
 * what is derived from others (partner_types, lead_types, acts, outcome_domain,
 * outcome_kind, evidence and its limits, what estimates say). The first three are the tags that lead everywhere.
 */
enum facet_origin {
    FACET_FIELD,  /* the terms of `field` */
    FACET_MEMBER, /* of the member `member` of its maps */
    FACET_EVIDENCE,
    FACET_LIMITS,
    FACET_ESTIMATE,   /* what the estimates of the main outcomes say */
    FACET_COMPARISON, /* how they were compared */
    FACET_LEAD,       /* the type of the lead partner */
    FACET_ACTS,
    FACET_ORIGINS
};

struct facet {
    const char *key;        /* query field, JSON key: "priority_areas" */
    const char *option;     /* "priority-area" for --priority-area */
    const char *folder;     /* "priority-areas": the key with hyphens, under browse/ */
    const char *vocabulary; /* "priority-areas" */
    const char *label;      /* "Priority area" */
    enum facet_origin origin;
    enum case_field field; /* of FACET_FIELD and FACET_MEMBER */
    size_t member;
};

enum { FACET_COUNT = 27, LEADING_FACETS = 3 };
extern const struct facet facets[FACET_COUNT];

/*
 * The facet meant by a name as people type it: hyphens for underscores and the
 * singular are accepted ("priority-area", "regions", "stage"). NULL when none.
 */
const struct facet *facet_find(const char *name);

/* Whether case studies are looked for by it: its terms have briefings, and are told without the name of the facet. */
bool facet_is_topic(const struct facet *facet);

/* Whether a case can have several terms of it. */
bool facet_is_list(const struct facet *facet);

#endif
