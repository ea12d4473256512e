#ifndef SEARCH_CLI_SNIPPET_H
#define SEARCH_CLI_SNIPPET_H

/* The few words of a case that show why it was found, with the words of the query marked. */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/index/tokens.h"
#include "search-cli/collect.h"
#include "search-cli/rank.h"

struct mark {
    size_t start; /* bytes from the start of the text */
    size_t size;
};

/* A text and the parts of it that the query hit, in order, not overlapping. */
struct marked {
    const char *text;
    struct mark *marks;
    size_t count;
    size_t capacity;
};

/* A whole text with its hits marked. */
struct marked snippet_mark(struct tokenizer *tokenizer, struct arena *arena, const struct ranking *ranking,
                           const char *text);

/*
 * The summary, or the best passage of the body (passage.h) where that has more of the query's words. The summary is
 * whole: how it turned out stands at its end. It also follows a passage that is no sentence, which alone tells little.
 * What was cut off of the body is marked with an ellipsis.
 */
struct marked snippet_make(struct tokenizer *tokenizer, struct arena *arena, const struct ranking *ranking,
                           const char *const texts[TEXT_COLUMNS]);

#endif
