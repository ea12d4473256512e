#ifndef CATALOGUE_DRAFT_DRAFT_KEY_H
#define CATALOGUE_DRAFT_DRAFT_KEY_H

/* Which answer of a case study a key or a heading names, in the words of other programs and of people. */

#include <stdbool.h>

#include "indexer/base/arena.h"
#include "indexer/content/fields.h"

/* What belongs to people and not to the case study. */
enum { DRAFT_OF_PEOPLE = CASE_FIELDS + 1 };

/*
 * The field that a key stands for, in whatever capitals, with blanks or hyphens: by its own name or by that in other programs.
 * CASE_FIELDS when nothing does; DRAFT_OF_PEOPLE of an author and the like, unless the answers are a case study's own.
 */
unsigned draft_key(struct arena *arena, const char *key, bool is_own);

#endif
