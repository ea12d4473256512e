#ifndef INDEXER_CONTENT_TERM_MEANT_H
#define INDEXER_CONTENT_TERM_MEANT_H

/* Which term of a vocabulary was meant by a word that is none. */

#include <stdbool.h>

#include "indexer/base/arena.h"
#include "indexer/content/vocabulary.h"

struct term_meant {
    const struct term *term; /* NULL: none is near */
    bool safe;               /* its label, or its own id misspelt where no other is as near */
};

/*
 * By its id and label, then by the words that people search for it with and those that mean the same (synonym.h),
 * each written as it is or nearly.
 */
struct term_meant term_meant(struct arena *arena, const struct vocabularies *vocabularies,
                             const struct vocabulary *vocabulary, const char *written);

/* "outreach, case-finding" of "outreach case-finding": several terms without a comma; NULL when it is anything else. */
const char *term_meant_several(struct arena *arena, const struct vocabulary *vocabulary, const char *written);

#endif
