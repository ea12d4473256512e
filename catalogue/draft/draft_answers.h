#ifndef CATALOGUE_DRAFT_DRAFT_ANSWERS_H
#define CATALOGUE_DRAFT_DRAFT_ANSWERS_H

/*
 * The answers that a document has or hints at, as front matter. What is only likely carries a remark that asks a person;
 * what nobody but a person knows is asked for and left open.
 */

#include "catalogue/draft/draft_base.h"
#include "catalogue/draft/draft_body.h"
#include "catalogue/draft/read/document.h"
#include "indexer/base/text.h"

/* The front matter of the document that has no place in the table of fields is added to the body, as not placed. */
struct draft_answers draft_answers(struct arena *arena, const struct draft_base *base, struct document *document,
                                   struct draft_body *body);

/* Adds the front matter, with its fences: answers that are there, and those that a case study must have. */
void draft_answers_write(struct text *out, struct arena *arena, const struct draft_answers *answers,
                         const struct vocabularies *vocabularies);

#endif
