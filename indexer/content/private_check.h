#ifndef INDEXER_CONTENT_PRIVATE_CHECK_H
#define INDEXER_CONTENT_PRIVATE_CHECK_H

/*
 * What tells who a single person is, in what readers see: e-mail addresses, phone numbers and NHS numbers (privacy.h) are
 * reported, and it is asked about what else may (personal.h).
 */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/markdown.h"

void private_check(const struct markdown_body *body, struct diagnostics *diagnostics);
void private_ask(const struct markdown_body *body, struct diagnostics *diagnostics);

/*
 * An answer of the front matter, which begins at `place`; entities and escapes in it are read, as somebody who copies it
 * would. What is found is pointed at where its letters stand in the file, else the answer is.
 */
void private_check_answer(struct arena *arena, const char *text, struct place place, struct diagnostics *diagnostics);

/* Asks about an answer that begins at `place`. */
void private_ask_answer(const char *text, struct place place, struct diagnostics *diagnostics);

#endif
