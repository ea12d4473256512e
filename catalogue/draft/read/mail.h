#ifndef CATALOGUE_DRAFT_READ_MAIL_H
#define CATALOGUE_DRAFT_READ_MAIL_H

/*
 * An e-mail, as a program for e-mail saves it (.eml) or as somebody saved its text: lines such as From: and Subject:, then what
 * was written. What is between the people who write to each other is left out and told: the lines on top, the greeting,
 * the end from the closing words on, and what is quoted from earlier. Of one that is only passed on, the one before is read.
 */

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/draft/read/left_out.h"
#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"

/* The bytes of a document without NULs and with "\n" at the ends of lines, in the arena: what mail_is_one is asked of. */
const char *mail_bytes(struct arena *arena, const char *data, size_t size);

/* Whether a text begins as one. */
bool mail_is_one(const char *text);

/* Its words as Markdown, in the arena; its subject, "" when it has none, goes to *subject. */
const char *mail_markdown(struct arena *arena, const char *text, const char **subject, struct left_out *left_out,
                          struct string_list *remarks);

#endif
