#ifndef SEARCH_CLI_PLAN_RUN_H
#define SEARCH_CLI_PLAN_RUN_H

/* Words that stand beside each other in a query, as they were typed: cut, and what was typed as one. */

#include "indexer/content/known_words.h"
#include "indexer/index/tokens.h"

/* The words beside each other in a query, in order: what groups of several words are looked for in. */
struct plan_word {
    struct token token;
    bool stop;             /* a small word, or a scrap: carries nothing by itself */
    bool scrap;            /* what an apostrophe leaves: the s of "men's" */
    bool joined;           /* was typed as one with the word before: well-being, A&E, 45,000 */
    enum known_kind light; /* of a light word its kind, else KNOWN_NAME */
    bool missing;          /* nothing here contains it */
    bool named;            /* and yet it is part of a name that is known */
    size_t term;           /* SIZE_MAX: none; a group's is with its first word */
};

struct plan_run {
    struct plan_word *items;
    size_t count;
    size_t capacity;
};

/* Adds the words of a text at the end of a run. "N.H.S." is the word nhs. */
void plan_run_add(struct tokenizer *tokenizer, struct arena *arena, struct plan_run *run, const char *text);

/* `count` words from `start` on, or their stems, with something between. */
const char *plan_run_text(struct arena *arena, const struct plan_run *run, size_t start, size_t count, bool stems,
                          const char *between);

/* How many words from `start` on were typed as one. */
size_t plan_run_joined(const struct plan_run *run, size_t start);

/* Whether words that were typed as one may stand as one without a break: wellbeing, covid19, 45000, but not 24/7. */
bool plan_run_is_joined(const struct plan_run *run, size_t start, size_t count);

/* "16 to 24" of what was typed as 16-24, and "16 24" of what was typed as 16 to 24; "" of all else. */
const char *plan_run_range(struct arena *arena, const struct plan_run *run, size_t start, size_t count);

/* How many words from `start` on are a range from number to number: 3, or 0. */
size_t plan_run_range_words(const struct plan_run *run, size_t start);

/* A letter or a number: no more than what it stands beside. */
bool plan_word_is_short(const struct plan_word *word);

#endif
