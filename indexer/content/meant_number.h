#ifndef INDEXER_CONTENT_MEANT_NUMBER_H
#define INDEXER_CONTENT_MEANT_NUMBER_H

/* The plain number in what people write for one: "£45,000", "45k", "1.2 million", "62%". */

#include "indexer/base/arena.h"
#include "indexer/content/meant.h"

struct meant_number {
    struct meant meant;
    bool percent; /* a sign of percent stood behind it, which must not be lost */
};

/*
 * A comma parts thousands only before exactly three digits; "24,5" is taken for 24.5, for its author to look at. Words that are
 * neither a multiple nor a sign of money or percent belong to another answer, so there is no number then.
 */
struct meant_number meant_number(struct arena *arena, const char *text);

#endif
