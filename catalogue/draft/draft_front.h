#ifndef CATALOGUE_DRAFT_DRAFT_FRONT_H
#define CATALOGUE_DRAFT_DRAFT_FRONT_H

/* The front matter of another program: what of it is an answer of a case study, by its key or what that usually means. */

#include "catalogue/draft/draft_base.h"
#include "catalogue/draft/draft_body.h"
#include "catalogue/draft/read/document.h"

void draft_front(struct arena *arena, const struct draft_base *base, struct document *document, struct draft_body *body,
                 struct draft_answers *answers);

#endif
