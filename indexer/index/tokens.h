#ifndef INDEXER_INDEX_TOKENS_H
#define INDEXER_INDEX_TOKENS_H

/*
 * Text as FTS5 sees it: cut into words by the very tokenizer that the index
 * uses, so that a query, a snippet and the index never disagree about what a
 * word is. Each token has its word (lower case, without diacritics), its stem,
 * and where in the text it stands.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/index/index.h"

struct token {
    const char *word;
    const char *stem;
    size_t start; /* bytes from the start of the text */
    size_t size;
};

struct tokens {
    struct token *items;
    size_t count;
    size_t capacity;
};

struct tokenizer;
struct stem_exceptions;

/* The index's own tokenizer; the caller closes it, before the index. NULL when the index failed. */
struct tokenizer *tokenizer_open(struct index *index);

/* Accepts NULL. */
void tokenizer_close(struct tokenizer *tokenizer);

/* The words that have a stem of their own, for stem_exceptions.h. */
const struct stem_exceptions *tokenizer_exceptions(struct tokenizer *tokenizer);

/* The tokens of a text, in order; not all of them when the index failed. They live in the arena. */
struct tokens tokens_read(struct tokenizer *tokenizer, struct arena *arena, const char *text, size_t size);

/* The same without the words (they are NULL), in one pass: for whole texts. */
struct tokens tokens_read_stems(struct tokenizer *tokenizer, struct arena *arena, const char *text, size_t size);

/*
 * The tokens of a text with the stems of those words alone whose first byte is set in `begins`, for the rest "": a stem
 * begins as its word does, and to find few words in a long text only theirs need one.
 */
struct tokens tokens_read_some_stems(struct tokenizer *tokenizer, struct arena *arena, const char *text, size_t size,
                                     const bool begins[256]);

/*
 * Calls `each` for every word of a text, without its stem; the word has no NUL behind it. `start` and `end` are where
 * it stands, in bytes.
 */
void tokens_each_word(struct tokenizer *tokenizer, const char *text, size_t size,
                      void (*each)(void *context, const char *word, size_t size, size_t start, size_t end),
                      void *context);

/* A text with the mark of stem_exceptions.h behind each word that has a stem of its own. */
const char *tokens_mark(struct tokenizer *tokenizer, struct arena *arena, const char *text);

/* The stems of a text with blanks between, which is how phrases are compared. */
const char *tokens_stems(struct tokenizer *tokenizer, struct arena *arena, const char *text);

#endif
