#ifndef INDEXER_INDEX_SEARCH_TEXT_H
#define INDEXER_INDEX_SEARCH_TEXT_H

/* The words of a case study under which it can be found, in the four columns of the search table. */

#include "indexer/base/arena.h"
#include "indexer/content/case_study.h"
#include "indexer/content/vocabulary.h"

struct search_text {
    const char *title;
    const char *summary;
    const char *tags; /* labels and search words of terms, place, partners, keywords */
    const char *body; /* the text, learning and outcomes */
};

struct search_text search_text_of(struct arena *arena, const struct case_study *study,
                                  const struct vocabularies *vocabularies);

#endif
