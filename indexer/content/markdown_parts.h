#ifndef INDEXER_CONTENT_MARKDOWN_PARTS_H
#define INDEXER_CONTENT_MARKDOWN_PARTS_H

/*
 * What the parts of the Markdown reader share: markdown.c parses and renders, markdown_links.c looks at links and images,
 * markdown_tables.c makes tables, markdown_blocks.c takes down what readers see and where it stands. Nobody else
 * includes this.
 */

#include <cmark.h>

#include "indexer/base/diagnostics.h"
#include "indexer/base/lines.h"
#include "indexer/base/string_list.h"
#include "indexer/content/markdown_body.h"

/* How many characters stand before a byte of a line. */
struct markdown_counted {
    size_t line;
    size_t bytes;
    size_t characters;
};

/* A line, what it has of characters that nobody sees as it was typed, and up to where its entities were looked at. */
struct markdown_searched {
    size_t line;
    size_t typed;
    size_t byte;
};

struct markdown_reader {
    struct arena *arena;
    size_t first_line; /* of the text in its file */
    const char *links_prefix;
    const struct string_list *pages; /* for a page: the names of all; NULL for other texts */
    struct markdown_body *body;
    size_t link_capacity;
    size_t image_capacity;
    size_t section_capacity;
    struct diagnostics *diagnostics;
    bool takes_mail;                   /* links may lead to mailboxes */
    struct markdown_counted counted;   /* where a place was last looked up */
    struct markdown_searched searched; /* where an entity was last looked for */
    cmark_mem memory;                  /* cmark's own ends the program with a signal when there is none */
};

/*
 * The line of the text that a node begins on, from 1; inline nodes may not know, then the block around them does. A
 * text that was made here has it as its user data.
 */
size_t markdown_line_of(cmark_node *node);

/* Where a node begins in the file, in characters. */
struct place markdown_place(struct markdown_reader *reader, cmark_node *node);

/* A line of the text as it was written, from 1; an empty one when there is none. */
struct line markdown_line(const struct markdown_reader *reader, size_t number);

/* The words of a node as readers see them, one paragraph a line. */
const char *markdown_plain(struct arena *arena, cmark_node *node);

/*
 * A copy of what cmark made, with bytes that are no UTF-8 and control characters replaced: entities like &#65534; or
 * &#7; come out of cmark raw.
 */
const char *markdown_clean(struct arena *arena, const char *made);

/* Whether a node is a table, a row of one or a cell of one. */
enum markdown_table_part { NOT_OF_TABLE, TABLE_WHOLE, TABLE_ROW, TABLE_CELL };
enum markdown_table_part markdown_table_part(cmark_node *node);
void markdown_set_table_part(cmark_node *node, enum markdown_table_part part);

#endif
