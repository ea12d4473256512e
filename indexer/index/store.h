#ifndef INDEXER_INDEX_STORE_H
#define INDEXER_INDEX_STORE_H

/* One case study into the index and out of it again: every table that a case has rows in. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/content/case_study.h"
#include "indexer/content/known_words.h"
#include "indexer/content/settings.h"
#include "indexer/content/synonyms.h"
#include "indexer/content/vocabulary.h"
#include "indexer/index/index.h"
#include "indexer/index/queries.h"
#include "indexer/index/row_sets.h"
#include "indexer/index/search_text.h"
#include "indexer/index/word_counts.h"

struct store {
    struct index *index;
    struct row_sets *sets;
    struct word_counts *words;
    const struct vocabularies *vocabularies; /* what cases are read by; not needed for rows as they are */
    const struct settings *settings;
    const struct synonyms *synonyms;
    const struct known_words *known_words;
};

/* Adds a good case; the id must not be there. False when the database failed. */
bool store_case(const struct store *store, struct arena *arena, const struct case_study *study, const char *source,
                size_t size, bool outdated);

/* Parts of that, of a case whose row is there: one of its terms; that searches and counts see it. */
bool store_tag(const struct store *store, size_t row, const char *field, const char *term);
void store_visible(const struct store *store, size_t row, bool is_visible);

/* And of one whose texts are there: how long they are, as FTS5 has it; their words, times +1 or -1. */
bool store_lengths(const struct store *store, size_t row);
void store_count_words(const struct store *store, const struct search_text *text, int times);

/* Removes a case; one that is not there is no failure. And all of it but its rows in the full-text index. */
bool store_remove(const struct store *store, struct arena *arena, const char *id);
bool store_remove_all_but_texts(const struct store *store, struct arena *arena, const struct case_row *row);

/* Writes the vocabularies, synonyms and settings into a new index. */
bool store_config(const struct store *store, struct arena *arena, const char *content_key);

/* Writes what was gathered in memory over all cases: sets of rows, word counts. Last, before the commit. */
bool store_finish(const struct store *store);

#endif
