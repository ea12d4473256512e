#ifndef SEARCH_CLI_PLAN_TERMS_H
#define SEARCH_CLI_PLAN_TERMS_H

/* Which term of a facet is meant by what somebody typed. */

#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"
#include "indexer/content/facets.h"
#include "indexer/content/vocabulary.h"
#include "indexer/index/index.h"
#include "indexer/index/tokens.h"

/* What a facet's terms are looked up with. */
struct term_finder {
    struct index *index;
    struct tokenizer *tokenizer;
    struct arena *arena;
};

/* The terms of a facet; NULL when it has none. */
const struct vocabulary *plan_vocabulary(struct index *index, const struct facet *facet);

/* The term with this id or label, in any case, or NULL. */
const char *plan_term_find(struct index *index, const struct facet *facet, const char *value);

/*
 * Every other name of a term, as stems: of its id, its label, its search words, and what means the same as one of
 * these (synonyms).
 */
struct string_list plan_term_names(const struct term_finder *finder, const struct term *term);

/* The terms that have a value among those names. */
struct string_list plan_terms_meant(const struct term_finder *finder, const struct facet *facet, const char *value);

/* What to ask for instead of a value that is no term: an id, or up to three ("a or b"); NULL when nothing is near. */
const char *plan_term_hint(const struct term_finder *finder, const struct facet *facet, const char *value);

#endif
