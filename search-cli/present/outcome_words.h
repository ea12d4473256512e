#ifndef SEARCH_CLI_PRESENT_OUTCOME_WORDS_H
#define SEARCH_CLI_PRESENT_OUTCOME_WORDS_H

/*
 * What one outcome says, in words: a sentence with both sides of it, and the
 * same in pieces for a table. "" is in place of what the case does not say.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/content/case_study.h"
#include "indexer/content/vocabulary.h"
#include "search-cli/present/estimate_words.h"

struct outcome_words {
    bool is_figure;       /* it has figures; the others have words in their place */
    bool is_main;         /* to be told first: those marked as primary, figures or not, else the first figure */
    const char *label;    /* what was measured */
    const char *sentence; /* all of it but whose figures they are; outcome_sentence.h makes it of the others */
    const char *note;     /* of how many, after how long: "n = 120 \u00b7 after 12 months" */
    size_t source;        /* its number in the list of sources, 0 when none is named */

    const char *group; /* whose figures these are */
    const char *before;
    const char *after;
    const char *change;
    /* On the effect, else on how the change differs from a control's, else on the change: "better", "no change" … */
    const char *verdict;
    const char *target; /* "target of 60 people met" */

    const char *comparator;    /* those it is compared with */
    const char *comparator_is; /* the term of that name */
    const char *theirs;        /* what a sentence calls them: "the comparison group", "the average" */
    const char *comparator_before;
    const char *comparator_after;
    const char *comparator_change;
    const char *finding; /* a sentence on the gap or the difference from a control's change; "10 points more" */

    const char *span; /* before and after in one: "40 to 65 people" */
    const char *comparator_span;
    const char *instead; /* ours and a control's, afterwards: "16% instead of 6%", "56% in both" */

    struct estimate_words estimate; /* a published effect */
    const char *compared_with;      /* those with whom its study compared, where they are not the control above */
};

/* All but the sentence. */
struct outcome_words outcome_words_of(struct arena *arena, const struct case_study *study, size_t number,
                                      const struct vocabularies *vocabularies);

#endif
