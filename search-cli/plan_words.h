#ifndef SEARCH_CLI_PLAN_WORDS_H
#define SEARCH_CLI_PLAN_WORDS_H

/* The words of a query as terms of a plan: cut, corrected, widened by synonyms. */

#include "indexer/index/index.h"
#include "indexer/index/tokens.h"
#include "search-cli/plan.h"
#include "search-cli/plan_run.h"

enum {
    PLAN_CORRECTIONS_MAX = 8, /* mistyped words that are looked up; each costs a walk over the vocabulary */
    PLAN_GROUP_WORDS_MAX = 5, /* words of the longest group that is recognised in a query */
    PLAN_STEMMED_AWAY_MAX = 8 /* whole words that a beginning stands for although their stem is shorter than it or
                                   another: hypertensi* is hypertens */
};

/*
 * How much counts, beside the word itself: a synonym, a looser relation, a word of a group by itself; and a light
 * word (known_words.h), by its kind, beside a heavier one.
 */
extern const double plan_synonym_weight;
extern const double plan_related_weight;
extern const double plan_part_weight;
extern const double plan_weights[KNOWN_KINDS];

struct plan_maker {
    struct index *index;
    struct tokenizer *tokenizer;
    struct arena *arena;
    struct plan *plan;
    size_t corrected;
    bool dropped;         /* there were more terms than count */
    bool stopped;         /* a stop word was left out */
    bool keep_stop_words; /* there is nothing else to search for */
};

/*
 * Gives the words of a run their terms, corrected where nothing contains them: what belongs together (a synonym's
 * phrase, a label, a known name, what was typed as one) is one, with synonyms; stop words have none.
 */
void plan_run_terms(struct plan_maker *maker, struct plan_run *run);

/*
 * The term of a phrase, a beginning, or a word that is not to be widened;
 * SIZE_MAX when the text has no word or there are too many terms.
 */
size_t plan_phrase_term(struct plan_maker *maker, const char *text, bool prefix, bool scores);

#endif
