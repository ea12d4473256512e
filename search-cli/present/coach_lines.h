#ifndef SEARCH_CLI_PRESENT_COACH_LINES_H
#define SEARCH_CLI_PRESENT_COACH_LINES_H

/*
 * The lines that an author may add for a field, with everything left to be decided: the terms to choose from, a text in
 * square brackets, "which number". What stands there unchanged is told by `check`, each line by itself, and no `--fix` makes
 * an answer of it: an example must never become a claim.
 */

#include "indexer/base/arena.h"
#include "indexer/content/fields.h"
#include "indexer/content/vocabulary.h"

/* Lives in the arena. The form is that of the field's example. */
const char *coach_lines(struct arena *arena, const struct field *field, const struct vocabularies *vocabularies);

#endif
