#ifndef INDEXER_INDEX_SEARCH_TEXT_H
#define INDEXER_INDEX_SEARCH_TEXT_H

/*
 * The words of a case study under which it can be found, in the columns of the full-text table `search`. Which columns
 * there are, and in what order, is said here: lengths, hits, ranks and snippets are all by this number.
 */

#include "indexer/base/arena.h"
#include "indexer/content/case_study.h"
#include "indexer/content/fields.h"
#include "indexer/content/vocabulary.h"

enum text_column {
    TEXT_TITLE = PART_TITLE - 1,
    TEXT_SUMMARY = PART_SUMMARY - 1,
    TEXT_TAGS = PART_TAGS - 1, /* labels and search words of terms, place, partners, keywords */
    TEXT_BODY = PART_BODY - 1, /* the text, learning and outcomes */
    TEXT_COLUMNS
};

/* As the table has them. */
extern const char *const search_text_names[TEXT_COLUMNS];

struct search_text {
    const char *columns[TEXT_COLUMNS];
};

struct search_text search_text_of(struct arena *arena, const struct case_study *study,
                                  const struct vocabularies *vocabularies);

#endif
