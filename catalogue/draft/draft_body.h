#ifndef CATALOGUE_DRAFT_DRAFT_BODY_H
#define CATALOGUE_DRAFT_DRAFT_BODY_H

/*
 * The parts of a document where a case study has them: under its own headings by what theirs mean (headings.h), in the
 * front matter, or at the end under a heading that case studies do not have, so that `check` asks about it.
 */

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/draft/read/document.h"
#include "catalogue/draft/read/document_parts.h"
#include "catalogue/draft/read/left_out.h"
#include "indexer/base/arena.h"
#include "indexer/base/string_list.h"
#include "indexer/base/text.h"

enum { DRAFT_SECTIONS = 16 };

/* The heading of what was not placed. */
extern const char draft_unplaced[];

struct draft_piece {
    const char *heading; /* of the document, as Markdown; "" when it had none */
    const char *text;
    bool below; /* it is a smaller part of the piece before it */
};

/* Parts that came under one heading. */
struct draft_pieces {
    struct draft_piece *items;
    size_t count;
    size_t capacity;
};

struct draft_body {
    const char *title; /* as Markdown, from its first heading or line; "" when that is none */
    struct draft_pieces sections[DRAFT_SECTIONS]; /* by the number of heading_at */
    struct draft_pieces unplaced;
    const char *summary; /* text under Summary or Abstract; "" when there is none, as with those below */
    const char *sources; /* under References */
    bool sources_unsure; /* they stood under Further information or the like, which may be anything */
    const char *place;
    const char *keywords;
    struct string_list placed; /* "Background → The need", in the order of the document */
};

/* The parts are the document's. What is the people's who wrote it (Contact, Authors) is added to what it left out. */
struct draft_body draft_body(struct arena *arena, const struct document_parts *parts, struct document *document);

/* One that has nothing yet. */
struct draft_body draft_body_empty(void);

/* Adds a text to the section of a known heading (headings.h). */
void draft_body_add(struct arena *arena, struct draft_body *body, const char *known, const char *text);

/* Adds a part to what was not placed, after all others. */
void draft_body_unplaced(struct arena *arena, struct draft_body *body, const char *heading, const char *text);

/* What stands under a heading of case studies, with smaller headings where more than one part came there; "" for nothing. */
const char *draft_body_section(struct arena *arena, const struct draft_body *body, const char *heading);

/* Adds the text of the case study: the sections that it must have, with or without words, and all others with words. */
void draft_body_write(struct text *out, struct arena *arena, const struct draft_body *body);

#endif
