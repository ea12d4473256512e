#ifndef CATALOGUE_SITE_CODING_POSTINGS_H
#define CATALOGUE_SITE_CODING_POSTINGS_H

/* Which documents hold a term, in which columns, and how often. */

#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"
#include "indexer/base/text.h"
#include "indexer/index/inverted.h"

/* How often a term stands in one column of a document. */
struct column_hits {
    uint32_t document;
    uint32_t column;
    uint32_t count;
};

struct postings {
    struct column_hits *items;
    size_t count;
};

/* Of places by document (their `row`), column and offset; by document, then column, in the arena. */
struct postings postings_of(struct arena *arena, const struct inverted_places *places);

/*
 * As bits, column after column: how many documents have the term in it, plus 1, by Elias' gamma code; when any has,
 * three bits for how many low bits a count has, and for each document how far it is from the one before, less 1, and
 * the count, less 1, by Rice's code. How many low bits a distance has is told by how many of all documents there are.
 * Nothing at all for no postings.
 */
void postings_write(struct text *out, const struct postings *postings, size_t documents);

#endif
