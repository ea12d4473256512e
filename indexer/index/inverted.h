#ifndef INDEXER_INDEX_INVERTED_H
#define INDEXER_INDEX_INVERTED_H

/*
 * The full-text index from the side of its words: every term (a stem, as FTS5 keeps it) and all the places where
 * it stands. FTS5 would tell them one by one (fts5vocab), which takes ten times as long as to cut the texts into words
 * anew, with its own tokenizer, as is done here; a test holds that both say the same.
 */

#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"
#include "indexer/index/index.h"

/*
 * A word's number among the words of all texts, which follow each other by row and column. Behind each text one number is
 * nobody's, so that words of two texts never follow each other. There are 2^32 of them, enough for six million case
 * studies of 680 words, as those here have.
 */
struct inverted_term {
    const char *stem;
    const uint32_t *numbers; /* in rising order */
    size_t count;
};

/* Where a word stands. FTS5 takes texts of at most INT_MAX bytes, which are no more than 2^30 words. */
struct inverted_place {
    uint32_t row;
    uint32_t column : 2;  /* of the search table, from 0 */
    uint32_t offset : 30; /* in words from the start of the column */
};

struct inverted_places {
    struct inverted_place *items; /* by row, column and offset */
    size_t count;
};

struct inverted_text {
    uint32_t row;
    uint32_t column;
    uint32_t first; /* the number of its first word; those of the next text begin 2 behind its last */
};

/* Nothing in it changes once it is read, and several threads may look at it. */
struct inverted {
    struct arena arena;
    struct inverted_term *terms; /* in byte order */
    size_t term_count;
    uint32_t *numbers;
    struct inverted_text *texts; /* by row and column, and behind them one that begins where the last ends */
    size_t text_count;
    uint32_t *near; /* of each INVERTED_NEAR numbers the text that has the first */
};

enum { INVERTED_NEAR = 64 };

/* Reads the words of all texts; NULL when the index failed. The caller frees it. */
struct inverted *inverted_read(struct index *index);

/* Accepts NULL. */
void inverted_free(struct inverted *inverted);

/* A term by its stem; NULL when no text has it. */
const struct inverted_term *inverted_find(const struct inverted *inverted, const char *stem);

/* How many words a text has. */
size_t inverted_length(const struct inverted_text *text);

/* Where a term stands; in the arena. */
struct inverted_places inverted_places_of(const struct inverted *inverted, struct arena *arena,
                                          const struct inverted_term *term);

/* Where a phrase begins, which is stems with blanks between, as FTS5 finds it; in the arena. */
struct inverted_places inverted_phrase(const struct inverted *inverted, struct arena *arena, const char *stems);

#endif
