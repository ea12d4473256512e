#ifndef SEARCH_CLI_PASSAGE_H
#define SEARCH_CLI_PASSAGE_H

/*
 * Which part of a text shows best why it was found: that with the most of the query's words, and of as many with the
 * rarest; what is no sentence, such as a heading, comes after one. It begins and ends with a sentence where one is
 * near, and never within a figure (cuts.h).
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/index/tokens.h"
#include "search-cli/cuts.h"
#include "search-cli/rank.h"

enum {
    PASSAGE_WORDS = 34,          /* how long it is, */
    PASSAGE_SPARE_WORDS = 8,     /* and how much longer it may be to end well */
    PASSAGE_LEAD_WORDS = 8,      /* how far before a hit it begins */
    PASSAGE_SENTENCE_WORDS = 24, /* how far before a hit a sentence is near enough to begin with it */
    PASSAGE_WORD_WORTH = 20      /* what any word counts beside its rarity: more of the words go before rarer ones */
};

/* A text with, for each token, the terms that it hits, those that it holds, those that were typed so, and what there is
   behind it. */
struct hit_text {
    const char *text;
    struct tokens tokens;
    uint64_t *terms; /* a bit each */
    uint64_t *held;
    uint64_t *typed;
    enum cut *cuts; /* found out when they are asked for */
};

/* How much a passage counts that is no sentence. */
extern const double passage_fragment_weight;

struct passage {
    const struct hit_text *hits;
    size_t first; /* tokens, the last included */
    size_t last;
    double worth; /* 0 when it has no hit */
};

/* Whether it ends with its paragraph, and that without a full stop: a heading, a name, an item of a list. */
bool passage_is_fragment(const struct passage *passage);

/* The best passage of a text, its start when nothing is hit. */
struct passage passage_best(const struct ranking *ranking, const struct hit_text *hits);

/* The whole text as one, however long. */
struct passage passage_whole(const struct ranking *ranking, const struct hit_text *hits);

/* What there is behind a token. */
enum cut passage_cut(const struct hit_text *hits, size_t token);

/* Whether a passage may begin with a token: as a sentence does (CUT_SENTENCE), or at least as a word. */
bool passage_begins(const struct hit_text *hits, size_t token, enum cut least);

#endif
