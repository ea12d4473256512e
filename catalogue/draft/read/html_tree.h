#ifndef CATALOGUE_DRAFT_READ_HTML_TREE_H
#define CATALOGUE_DRAFT_READ_HTML_TREE_H

/*
 * HTML as people save and export it, as a tree: whatever is written makes one, unclosed and stray tags too, in a time that
 * grows with its length and not faster. Elements that the table does not know are taken for parts of a line. What stands
 * more than HTML_DEPTH deep is a child of the element at that depth.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"

enum { HTML_DEPTH = 100 };

enum html_kind {
    HTML_INLINE,
    HTML_BLOCK,
    HTML_HEADING,
    HTML_LIST,
    HTML_ITEM,
    HTML_TERM, /* of a list of definitions */
    HTML_TABLE,
    HTML_ROW,
    HTML_CELL,
    HTML_QUOTE,
    HTML_VERBATIM,
    HTML_BREAK,
    HTML_LINE, /* between parts */
    HTML_LINK,
    HTML_IMAGE,
    HTML_EMBEDDED, /* a film, a page in the page */
    HTML_BOLD,
    HTML_RAISED,
    HTML_UNSEEN, /* script, style: what readers do not see */
    HTML_TITLE,
    HTML_MAIN,
    HTML_ARTICLE,
    HTML_HEADER,
    HTML_AROUND, /* of the page and not of its text: navigation, foot, forms */
};

struct html_tag {
    const char *name;
    enum html_kind kind;
    bool is_void; /* has no end tag */
    bool is_raw;  /* no tags are read in it */
};

struct html_node {
    const struct html_tag *tag;                         /* NULL for a text, and for the root */
    const char *text;                                   /* of a text, with its entities read; NULL for elements */
    const char *href, *src, *alt, *role, *classes, *id; /* "" where they are not there */
    bool hidden;
    unsigned level; /* of a heading, from 1 */
    struct html_node *parent, *first, *last, *next;
};

struct html_tree {
    struct html_node *root;
    const char *title; /* of the page; "" when it has none */
    bool unseen;       /* scripts, styles or comments were left out */
};

/* Reads a text that document_text made. The tree lives in the arena. */
struct html_tree html_tree_read(struct arena *arena, const char *data, size_t size);

#endif
