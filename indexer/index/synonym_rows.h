#ifndef INDEXER_INDEX_SYNONYM_ROWS_H
#define INDEXER_INDEX_SYNONYM_ROWS_H

/* Synonyms as they stand in the index (table `synonyms`), found by the stems of what somebody typed. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/content/synonyms.h"
#include "indexer/index/index.h"
#include "indexer/index/tokens.h"

/* Writes the groups in place of those that are there, within the caller's transaction; false when it could not be done. */
bool synonyms_store(struct index *index, const struct synonyms *synonyms);

struct synonym_row {
    size_t group; /* its place in the file */
    enum synonym_kind kind;
    const char *text;
    const char *stems; /* with blanks between */
};

struct synonym_rows {
    struct synonym_row *items;
    size_t count;
    size_t capacity;
};

/*
 * What stands in the group that has these stems among its words, hints or
 * match_only words, in the order of the file; nothing when there is no such group.
 */
struct synonym_rows synonyms_find(struct index *index, struct arena *arena, const char *stems);

/* Every row, by group, in the order of the file. */
struct synonym_rows synonyms_all(struct index *index, struct arena *arena);

/* Whether any synonym has this stem among its words. */
bool synonyms_have_stem(struct index *index, const char *stem);

#endif
