#ifndef SEARCH_CLI_PLAN_WORDS_H
#define SEARCH_CLI_PLAN_WORDS_H

/* The words of a query as terms of a plan: cut, corrected, widened by synonyms. */

#include "indexer/index/index.h"
#include "indexer/index/tokens.h"
#include "search-cli/plan.h"

enum {
    PLAN_CORRECTIONS_MAX = 8,   /* mistyped words that are looked up; each costs a walk over the vocabulary */
    PLAN_SYNONYM_WORDS_MAX = 5, /* words of the longest synonym that is recognised in a query */
    PLAN_STEMMED_AWAY_MAX = 8   /* whole words that a beginning stands for although their stem is shorter than it or
                                   another: hypertensi* is hypertens */
};

/* How much a synonym counts beside the word itself, and a looser relation. */
extern const double plan_synonym_weight;
extern const double plan_related_weight;

/* The words beside each other in a query, in order: what synonyms of several words are looked for in. */
struct plan_word {
    struct token token;
    bool stop;   /* carries nothing; it has no term */
    size_t term; /* SIZE_MAX: none */
};

struct plan_run {
    struct plan_word *items;
    size_t count;
    size_t capacity;
};

struct plan_maker {
    struct index *index;
    struct tokenizer *tokenizer;
    struct arena *arena;
    struct plan *plan;
    size_t corrected;
    bool dropped;        /* there were more terms than count */
    const char *stopped; /* the first stop word that was left out, or NULL */
};

/* Adds the words of a text at the end of a run, corrected; a word cut from a longer one ("don't") may be dropped. */
void plan_run_add(struct plan_maker *maker, struct plan_run *run, const char *text);

/* Gives every word of a run that is not a stop word its term, with synonyms. */
void plan_run_terms(struct plan_maker *maker, struct plan_run *run);

/*
 * The term of a phrase, a beginning, or a word that is not to be widened;
 * SIZE_MAX when the text has no word or there are too many terms.
 */
size_t plan_phrase_term(struct plan_maker *maker, const char *text, bool prefix, bool scores);

#endif
