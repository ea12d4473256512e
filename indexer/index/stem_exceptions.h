#ifndef INDEXER_INDEX_STEM_EXCEPTIONS_H
#define INDEXER_INDEX_STEM_EXCEPTIONS_H

/*
 * Words that are kept apart from others with the same stem (content/vocabulary/known-words/stem-exceptions.txt).
 *
 * The stemmer is SQLite's own and knows none of them. So such a word stands in the full-text table with a mark behind
 * it that nobody sees (U+2065) and that belongs to the word for SQLite: what ends so has no ending to lose, and the
 * word with its mark is its stem. Texts are marked on their way into the table and lose the marks on their way out;
 * words of a query get it with their stem. Whoever asks the table by MATCH himself puts the mark behind such a word.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"
#include "indexer/index/index.h"

/* The row of `settings` that holds the families, a line each. */
extern const char stem_exceptions_setting[];

/* Behind the words. */
extern const char stem_mark[];

struct stem_exceptions;

/* An index without them has none. The caller frees them. */
struct stem_exceptions *stem_exceptions_read(struct index *index);

/* Accepts NULL. */
void stem_exceptions_free(struct stem_exceptions *exceptions);

/* The stem of a word in any capitals, in the arena; NULL when it is no exception. */
const char *stem_exception(const struct stem_exceptions *exceptions, struct arena *arena, const char *word,
                           size_t size);

/* The family of a word, itself included; NULL when it is no exception. */
const struct string_list *stem_family(const struct stem_exceptions *exceptions, const char *word);

bool stem_is_exception(const struct stem_exceptions *exceptions, const char *word, size_t size);

/* A text without the marks that tokens_mark put there. */
const char *stems_unmarked(struct arena *arena, const char *text);

/* The families as they stand in the index, a line each; "" when there are none. */
const char *stem_families(struct index *index, struct arena *arena);

#endif
