#ifndef CATALOGUE_DRAFT_READ_MAIL_PARTS_H
#define CATALOGUE_DRAFT_READ_MAIL_PARTS_H

/*
 * What an e-mail is made of (MIME: RFC 2045 to 2049): the texts to read, in their order, and by name what else came with them.
 * Of the same text in several forms the plain one is taken, unless it has little of what the HTML says. Any bytes are an
 * e-mail: what is deeper than MAIL_DEPTH or behind MAIL_PARTS parts is left out, and told.
 */

#include "catalogue/draft/read/left_out.h"
#include "catalogue/draft/read/mail_text.h"
#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"

enum { MAIL_DEPTH = 10, MAIL_PARTS = 200 };

/* Reads what stands from `at` on, which begins with its head. It has no NUL and no "\r" before `end`, and a NUL there. */
struct mail_texts mail_parts(struct arena *arena, const char *at, const char *end, struct left_out *left_out,
                             struct string_list *remarks);

#endif
