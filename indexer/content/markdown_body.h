#ifndef INDEXER_CONTENT_MARKDOWN_BODY_H
#define INDEXER_CONTENT_MARKDOWN_BODY_H

/* A text in Markdown as it was read (markdown.h): its parts, and what readers see of it with where that was written. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/diagnostics.h"
#include "indexer/base/lines.h"

/* HTML that came out of the renderer here and may stand in a page as it is. Nothing else makes one. */
struct rendered {
    const char *html;
};

struct markdown_link {
    const char *target; /* the id of a case study, from a link to other-id.md, or the name of a page */
    struct place place;
    bool is_page;
};

struct markdown_image {
    const char *name; /* the file in content/images/ */
    struct place place;
};

struct markdown_section {
    const char *heading;
    struct place place;
    bool is_title; /* a heading of the first level, which was reported */
    bool known;    /* one of the headings that case studies have (headings.h) */
    bool has_text;
    struct rendered content; /* without the heading */
    const char *plain;       /* the section's words, one paragraph a line, without markup */
    const char **items;      /* the plain text of its list items */
    size_t item_count;
};

/* Where a part of a block's text that is all on one line begins: in the block, and in the text as it was written. */
struct markdown_piece {
    size_t at;     /* bytes */
    size_t line;   /* from 1 */
    size_t column; /* bytes, from 0 */
};

/* A paragraph, heading, cell of a table or piece of code as readers see it: without marks, escapes and entities. */
struct markdown_block {
    const char *text;
    const char *words; /* the same, as long, with what is meant as source (code, addresses that are links) made to x */
    bool quoted;       /* it stands in a quotation */
    bool indented;     /* it is code because of the blanks before it */
    bool cell;         /* it is one of a table */
    size_t depth;      /* how many lists it stands in */
    struct markdown_piece *pieces;
    size_t piece_count;
};

struct markdown_body {
    struct markdown_section *sections;
    size_t section_count;
    struct rendered before; /* what stands before the first heading ("" in a case study) */
    const char *plain;      /* all words, headings too, for the index */
    struct markdown_link *links;
    size_t link_count;
    struct markdown_image *images;
    size_t image_count;
    struct markdown_block *blocks;
    size_t block_count;
    const struct line *lines; /* of the text, as it was written */
    size_t line_count;
    size_t first_line; /* in its file */
};

/* Where what stands in a block's text from `at` on was written, as near as can be told. */
struct place markdown_place_in(const struct markdown_body *body, const struct markdown_block *block, size_t at,
                               size_t size);

/* Whether a mark that a block's text shows at `at` was typed so, and not with a backslash or as an entity. */
bool markdown_was_typed(const struct markdown_body *body, const struct markdown_block *block, size_t at,
                        const char *mark);

/* Bytes of an entity, as "&amp;" and "&#8238;", that a text of at least one byte begins with; 0 when it begins with none. */
size_t markdown_entity_size(const char *at, size_t left);

/* The first section under a heading, or NULL. */
const struct markdown_section *markdown_section(const struct markdown_body *body, const char *heading);

#endif
