#ifndef SEARCH_CLI_PRESENT_OUTCOME_SENTENCE_H
#define SEARCH_CLI_PRESENT_OUTCOME_SENTENCE_H

/*
 * An outcome in plain words, as short as it can be with both sides in it:
 *
 *   12% to 5%: −7 points, better; target of 6% met.
 *   16% instead of 6%, 10 points more: higher, which is worse (odds ratio 3.55, 95% range 1.32 to 9.5).
 *   odds ratio 0.58 (95% range 0.49 to 0.69): lower, which is better.
 *   40% to 58%: +18 points, better; the better-off group 65% to 66%: +1 point. The gap narrowed: …
 */

#include "search-cli/present/outcome_words.h"

const char *outcome_sentence(struct arena *arena, const struct outcome_words *words);

#endif
