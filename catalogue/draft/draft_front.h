#ifndef CATALOGUE_DRAFT_DRAFT_FRONT_H
#define CATALOGUE_DRAFT_DRAFT_FRONT_H

/* The front matter of another program: what of it is an answer of a case study, by its key or what that usually means. */

#include "catalogue/draft/document.h"
#include "catalogue/draft/draft_base.h"
#include "catalogue/draft/draft_body.h"

/* What belongs to people and not to the case study. */
enum { DRAFT_OF_PEOPLE = CASE_FIELDS + 1 };

/*
 * The field that a key stands for, in whatever capitals, with blanks or hyphens: by its own name or by that in other programs.
 * CASE_FIELDS when nothing does; DRAFT_OF_PEOPLE of an author and the like, unless the answers are a case study's own.
 */
unsigned draft_front_field(struct arena *arena, const char *key, bool is_own);

void draft_front(struct arena *arena, const struct draft_base *base, struct document *document, struct draft_body *body,
                 struct draft_answers *answers);

#endif
