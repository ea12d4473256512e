#ifndef INDEXER_CONTENT_PRIVATE_CHECK_H
#define INDEXER_CONTENT_PRIVATE_CHECK_H

/* Reports e-mail addresses, phone numbers and NHS numbers in what readers see (privacy.h). */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/markdown.h"

void private_check(const struct markdown_body *body, struct diagnostics *diagnostics);

/* An answer of the front matter; entities and escapes in it are read, as somebody who copies it would. */
void private_check_answer(struct arena *arena, const char *text, struct place place, struct diagnostics *diagnostics);

#endif
