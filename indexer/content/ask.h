#ifndef INDEXER_CONTENT_ASK_H
#define INDEXER_CONTENT_ASK_H

/*
 * What is asked of an author where nobody else can know: in words about the field, and never with the answer of an
 * example, which would be followed to the letter.
 */

#include "indexer/base/arena.h"
#include "indexer/content/fields.h"
#include "indexer/content/vocabulary.h"

/* "which is it: planned, pilot or live?" `vocabularies` may be NULL. */
const char *ask_answer(struct arena *arena, const struct field *field, const struct vocabularies *vocabularies);

/* The terms that there are, or where they are listed. */
const char *ask_term(struct arena *arena, const struct vocabulary *vocabulary);

/* "name:, type: and role:"; of many the first, and where all are listed. */
const char *ask_members(struct arena *arena, const struct field *fields, size_t count);

#endif
