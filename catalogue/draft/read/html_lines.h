#ifndef CATALOGUE_DRAFT_READ_HTML_LINES_H
#define CATALOGUE_DRAFT_READ_HTML_LINES_H

/* Lines of Markdown as they are made of a page: words gather in a line until a part of its own ends. Starts as {0}. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/text.h"

enum { HTML_LINES_PREFIX = 24 };

struct html_lines {
    struct text out;
    struct text line; /* Markdown of the part that is being written */
    size_t bold;      /* bytes of words in bold in it, and of all */
    size_t all;
    size_t paragraphs;                  /* that were written */
    char prefix[HTML_LINES_PREFIX + 1]; /* of each line: quotations and lists that it stands in */
    size_t prefix_size;
    char marker[8];   /* of an item that has no words yet, in place of the end of the prefix; else "" */
    bool item_before; /* the part before was in a list */
};

/* Adds plain words to the line; blanks and line ends become one blank. */
void html_lines_words(struct html_lines *lines, const char *words, bool bold);

/* Takes back what the line has from `from` on. */
void html_lines_cut(struct html_lines *lines, size_t from);

/* Makes what the line has from `from` on a link. */
void html_lines_link(struct html_lines *lines, size_t from, const char *address);

/* Writes the line as a paragraph, or as a heading, where it has words. */
void html_lines_paragraph(struct html_lines *lines);
void html_lines_heading(struct html_lines *lines, unsigned level);

/* The next lines stand in an item of a list (numbered unless 0) or in a quotation, until html_lines_leave with what they return. */
size_t html_lines_item(struct html_lines *lines, size_t number);
size_t html_lines_quote(struct html_lines *lines);
void html_lines_leave(struct html_lines *lines, size_t kept);

void html_lines_free(struct html_lines *lines);

#endif
