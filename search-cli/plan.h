#ifndef SEARCH_CLI_PLAN_H
#define SEARCH_CLI_PLAN_H

/*
 * What a query means in one catalogue: its words cut and stemmed as the index
 * does it, corrected where nothing contains them, widened by synonyms; its
 * filters as sets of rows. A plan is all that collecting, matching and ranking
 * need; they never look at the query again.
 *
 * A `leaf` is what the full-text index is asked for: a word, phrase or beginning.
 * A `term` is what counts as one word of the query: the leaf that was typed and
 * those of its synonyms, which weigh less.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/bitset.h"
#include "indexer/content/facets.h"
#include "indexer/content/fields.h"
#include "indexer/content/known_words.h"
#include "search-cli/query_tree.h"

enum {
    PLAN_TERMS_MAX = 64,   /* distinct terms that count; a set of them fits in 64 bits */
    PLAN_LEAVES_MAX = 500, /* with synonyms */
    PLAN_NO_FACET = FACET_COUNT
};

struct plan_leaf {
    const char *text;  /* words of the index's tokenizer with blanks between; several are a phrase */
    const char *stems; /* the same, stemmed; what stands in the index. Of a beginning the last is not a whole word */
    bool prefix;
};

struct plan_member {
    size_t leaf;
    double weight; /* 1 for what was typed */
    bool holds;    /* a row with this leaf holds the term; looser relations only add to its score */
};

struct plan_term {
    const char *text; /* as it is shown: what was typed, or what it was corrected to */
    struct plan_member *members;
    size_t member_count;
    size_t member_capacity;
    double times;  /* how often the query has it */
    double weight; /* 1, less for a light word */
    bool scores;   /* false when it stands only in what must not hold */
};

enum plan_kind { PLAN_TERM, PLAN_FILTER, PLAN_ALL, PLAN_ANY };

struct plan_node {
    enum plan_kind kind;
    enum query_sign sign;
    enum known_kind light; /* of a light word its kind, else KNOWN_NAME */
    bool soft;             /* words rank: it counts among the words, it need not hold */
    size_t term;
    struct bitset rows; /* of a filter */
    size_t facet;       /* of a filter: its place in `facets`, or PLAN_NO_FACET */
    struct plan_node *parts;
    size_t part_count;
    size_t part_capacity;
};

struct plan_correction {
    const char *typed;
    const char *used;
};

struct plan_synonym {
    const char *word; /* what was typed */
    const char *also; /* what was searched besides; never a match_only word */
};

struct plan {
    struct plan_leaf *leaves;
    size_t leaf_count;
    size_t leaf_capacity;
    struct plan_term *terms;
    size_t term_count;
    size_t term_capacity;
    struct plan_node root; /* PLAN_ALL */
    struct plan_correction *corrections;
    size_t correction_count;
    size_t correction_capacity;
    struct plan_correction *unknowns; /* `used` is what is near and was not taken, or NULL */
    size_t unknown_count;
    size_t unknown_capacity;
    struct plan_synonym *synonyms;
    size_t synonym_count;
    size_t synonym_capacity;
    struct string_list notes;
};

/* The leaf of these words, added if it is new; PLAN_LEAVES_MAX when there are too many. */
size_t plan_leaf_add(struct arena *arena, struct plan *plan, const char *text, const char *stems, bool prefix);

#endif
