#ifndef CATALOGUE_DRAFT_MAIL_H
#define CATALOGUE_DRAFT_MAIL_H

/*
 * An e-mail that was saved as text: lines such as From: and Subject:, then what was written. What is between the people
 * who write to each other is left out and told: the lines on top, the greeting, the end from the closing words on, and
 * what is quoted from earlier.
 */

#include <stdbool.h>

#include "catalogue/draft/left_out.h"
#include "indexer/base/arena.h"

/* Whether a text begins as one. */
bool mail_is_one(const char *text);

/* Its words as Markdown, in the arena; its subject, "" when it has none, goes to *subject. */
const char *mail_markdown(struct arena *arena, const char *text, const char **subject, struct left_out *left_out);

#endif
