#ifndef CATALOGUE_DRAFT_DRAFT_PARTNERS_H
#define CATALOGUE_DRAFT_DRAFT_PARTNERS_H

/* Organisations that a text names: partners of other case studies, and names that end as those of organisations do. */

#include "catalogue/draft/draft_base.h"
#include "indexer/base/string_list.h"

/* A list of partners with their types where these are known; NULL when there is none. */
struct yaml_node *draft_partners(struct arena *arena, const struct draft_base *base, const char *text);

/*
 * The list of those that somebody named, with their types: "and" and "the" before a name are no part of it, and "(lead)" behind
 * it is its role.
 */
struct yaml_node *draft_partner_list(struct arena *arena, const struct draft_base *base,
                                     const struct string_list *names);

/* What kind of organisation a name says that it is, or "". */
const char *draft_partner_type(const struct draft_base *base, const char *name);

#endif
