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

/* FTS5 takes texts of at most INT_MAX bytes, which are no more than 2^30 words. */
struct inverted_place {
    uint32_t row;
    uint32_t column : 2;  /* of the search table, from 0 */
    uint32_t offset : 30; /* in words from the start of the column */
};

struct inverted_term {
    const char *stem;
    const struct inverted_place *places; /* by row, column and offset */
    size_t count;
};

/* Nothing in it changes once it is read, and several threads may look at it. */
struct inverted {
    struct arena arena;
    struct inverted_term *terms; /* in byte order */
    size_t term_count;
    struct inverted_place *places;
};

/* Reads the words of all texts; NULL when the index failed. The caller frees it. */
struct inverted *inverted_read(struct index *index);

/* Accepts NULL. */
void inverted_free(struct inverted *inverted);

/* A term by its stem; NULL when no text has it. */
const struct inverted_term *inverted_find(const struct inverted *inverted, const char *stem);

/*
 * Where a phrase begins, which is stems with blanks between, by row, column and offset, as FTS5 finds it. The list lives
 * in the arena.
 */
struct inverted_places {
    struct inverted_place *items;
    size_t count;
};
struct inverted_places inverted_phrase(const struct inverted *inverted, struct arena *arena, const char *stems);

#endif
