#ifndef SEARCH_CLI_SIMILAR_H
#define SEARCH_CLI_SIMILAR_H

/*
 * The neighbours of a case, and why: the words of its own that tell most about
 * it are asked for like a query, and what cases are tagged with alike counts
 * beside them. Both are shares of what the case has with itself, so a
 * similarity lies between 0 and 1; words and tags make up half each.
 */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"
#include "indexer/content/fields.h"
#include "indexer/index/index.h"
#include "indexer/index/queries.h"

enum { SIMILAR_WORDS = 24 /* how many words of a case are asked for */, SIMILAR_REASONS = 6, SIMILAR_FIELDS = 5 };

struct similar_tag {
    const struct facet *facet;
    const char *term;
};

struct similar_case {
    struct case_row study;
    double similarity;
    struct string_list words; /* what both have, that which tells most first; at most SIMILAR_REASONS */
    struct similar_tag *tags;
    size_t tag_count;
};

struct similar_cases {
    struct similar_case *items; /* the most similar first, then by id */
    size_t count;
};

/* The `limit` cases most like the one in `row`, which must be there; none when the index failed. Lives in the arena. */
struct similar_cases similar_find(struct index *index, struct arena *arena, size_t row, size_t limit);

/* The facets whose terms count. */
extern const char *const similar_fields[SIMILAR_FIELDS];

/*
 * How much a word can tell at all: the less it stands `everywhere`, the more. 0 for one that is short, a number or
 * a stop word. And how much it tells about a case that has `count` of it, its hits weighed by column: 0 when no other case has it.
 */
double similar_telling(const char *word, size_t everywhere, size_t case_count);
double similar_tells(double telling, double weight, size_t count, size_t everywhere);

#endif
