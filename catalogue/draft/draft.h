#ifndef CATALOGUE_DRAFT_DRAFT_H
#define CATALOGUE_DRAFT_DRAFT_H

/*
 * A draft of a case study from a document as people have it: each word of the document is in the draft, or in what was left
 * out of it, or a heading whose place is told.
 */

#include "catalogue/draft/draft_answers.h"
#include "catalogue/draft/draft_body.h"
#include "catalogue/draft/read/document.h"

struct draft_file {
    const char *id;   /* that its title gives it */
    const char *data; /* of the file */
    size_t size;
    struct document document; /* what it was made of, with what was left out */
    struct draft_body body;
};

/* `document` has no fault (document.h). All lives in the arena. */
struct draft_file draft_of_document(struct arena *arena, const struct draft_base *base, const char *path,
                                    const char *data, size_t size);

/* From what was read already: answers in the document's front matter, and parts of the text in the body. */
struct draft_file draft_of_parts(struct arena *arena, const struct draft_base *base, const struct document *document,
                                 const struct draft_body *body);

#endif
