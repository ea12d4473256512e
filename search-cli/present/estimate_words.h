#ifndef SEARCH_CLI_PRESENT_ESTIMATE_WORDS_H
#define SEARCH_CLI_PRESENT_ESTIMATE_WORDS_H

/* What a published effect says, in words: the effect as what it is, its range, and what the range allows to be said. */

#include "indexer/base/arena.h"
#include "indexer/content/case_study.h"
#include "indexer/content/vocabulary.h"

/* "" in place of what is not given; all of them when there is no estimate. */
struct estimate_words {
    const char *effect; /* "odds ratio 0.58", "difference +0.4 points"; in per cent "18% lower" */
    const char *range;  /* "95% range 0.49 to 0.69", "95% range 4% to 15% lower" */
    const char *says;   /* "lower, which is better", "higher", "no difference shown", "higher; no range given" */
    bool is_plain;      /* the effect says which way it went, and `says` "better", "no range given" … or "" */
    const char *how;    /* "775 analysed · adjusted · groups drawn by lot · p < 0.001" */
};

/* `unit` is that of the outcome: what a difference is counted in. */
struct estimate_words estimate_words_of(struct arena *arena, const struct estimate *estimate, const char *unit,
                                        const struct vocabularies *vocabularies);

#endif
