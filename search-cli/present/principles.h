#ifndef SEARCH_CLI_PRESENT_PRINCIPLES_H
#define SEARCH_CLI_PRESENT_PRINCIPLES_H

/*
 * Partnership principles, claimed or shown. A case claims one by naming it; its file shows one when any condition
 * holds that the vocabulary lists under shown_by (condition.h).
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/content/case_study.h"
#include "indexer/content/vocabulary.h"

struct principle {
    const struct term *term;
    bool claimed;
    bool shown;
    bool can_be_shown; /* some field could show it */
};

struct principles {
    struct principle *items; /* those that are claimed or shown, in the order of the vocabulary */
    size_t count;
};

struct principles principles_of(struct arena *arena, const struct case_study *study,
                                const struct vocabularies *vocabularies, const char *as_of);

#endif
