#ifndef INDEXER_CONTENT_PRIVATE_CHECK_H
#define INDEXER_CONTENT_PRIVATE_CHECK_H

/*
 * Reports e-mail addresses, phone numbers and NHS numbers in what readers see (privacy.h), and asks about what else may
 * tell who a single person is (personal.h).
 */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/markdown.h"

void private_check(const struct markdown_body *body, struct diagnostics *diagnostics);

/*
 * An answer of the front matter, which begins at `place`; entities and escapes in it are read, as somebody who copies it
 * would. What is found is pointed at where its letters stand in the file, else the answer is.
 */
void private_check_answer(struct arena *arena, const char *text, struct place place, struct diagnostics *diagnostics);

/* Asks about what may tell who a single person is (personal.h), in an answer that begins at `place`. */
void private_ask_answer(const char *text, struct place place, struct diagnostics *diagnostics);

#endif
