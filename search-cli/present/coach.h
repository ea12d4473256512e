#ifndef SEARCH_CLI_PRESENT_COACH_H
#define SEARCH_CLI_PRESENT_COACH_H

/*
 * What would strengthen one case study: the next steps, each with the lines to add, what would raise its evidence level,
 * and the principles that it claims and its file does not show.
 */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"
#include "indexer/content/case_study.h"
#include "indexer/content/gains.h"
#include "indexer/content/vocabulary.h"

enum { COACH_STEPS = 5 };

struct coach_step {
    const struct gain *gain;
    const char *what;  /* what belongs there */
    const char *lines; /* as they would stand in the file, with the answers left open (coach_lines.h) */
};

struct coach_principle {
    const struct term *term;
    struct string_list shown_by; /* any of these would show it, in words */
};

struct coach {
    struct coach_step steps[COACH_STEPS]; /* the most valuable first */
    size_t count;
    size_t more; /* that are not among them */
    struct coach_principle *principles;
    size_t principle_count;
    size_t filled, advised; /* answers that are advised */
};

/* `as_of` is the day as of which years are counted, or "". All lives in the arena and points into the case. */
struct coach coach_of(struct arena *arena, const struct case_study *study, const struct vocabularies *vocabularies,
                      const char *as_of);

#endif
