#ifndef CATALOGUE_DRAFT_DRAFT_BASE_H
#define CATALOGUE_DRAFT_DRAFT_BASE_H

/* What a draft is made of, and its answers. */

#include "catalogue/draft/draft_known.h"
#include "indexer/base/yaml_tree.h"
#include "indexer/content/fields.h"
#include "indexer/content/vocabulary.h"

struct draft_base {
    const struct vocabularies *vocabularies;
    const struct draft_known *known;
    const char *title; /* that was asked for, or NULL */
    const char *today; /* YYYY-MM-DD */
};

struct draft_answers {
    struct yaml_node *map;            /* by the keys of the table of fields */
    const char *remarks[CASE_FIELDS]; /* a line for whoever goes on with it, or NULL */
};

#endif
