#ifndef INDEXER_CONTENT_MARKDOWN_H
#define INDEXER_CONTENT_MARKDOWN_H

/*
 * The body of a case study and the text of a page: CommonMark without raw
 * HTML, with an allow-list for addresses. The only user of cmark.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/text.h"

/* HTML that came out of the renderer here and may stand in a page as it is. Nothing else makes one. */
struct rendered {
    const char *html;
};

struct markdown_link {
    const char *target; /* the id of a case study, from a link to other-id.md */
    struct place place;
};

struct markdown_image {
    const char *name; /* the file in content/images/ */
    struct place place;
};

struct markdown_section {
    const char *heading;
    struct place place;
    bool is_title; /* a heading of the first level, which was reported */
    bool known;    /* one of the headings that case studies have */
    bool has_text;
    struct rendered content; /* without the heading */
    const char *plain;       /* the section's words, one paragraph a line, without markup */
    const char **items;      /* the plain text of its list items */
    size_t item_count;
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
};

/*
 * Reads Markdown that begins at line `first_line` of the file the diagnostics
 * are about. Guards come before cmark: nesting of more than 100 and patterns
 * known to take quadratic time are refused with a diagnostic, and the body is
 * then empty. Links to `other-id.md` are turned into `other-id.html`; with
 * `links_prefix` before it (for pages that do not stand in case-studies/). `diagnostics` may be NULL.
 */
struct markdown_body markdown_read(struct arena *arena, const char *data, size_t size, size_t first_line,
                                   const char *links_prefix, struct diagnostics *diagnostics);

/* The same for a text that is not cut at its headings: all of it is `before`, and there are no sections. */
struct markdown_body markdown_read_whole(struct arena *arena, const char *data, size_t size, size_t first_line,
                                         const char *links_prefix, struct diagnostics *diagnostics);

/* What renders it, with its version: another may render the same text otherwise. */
const char *markdown_library(void);

/* The known heading that another probably stands for, or NULL. */
const char *markdown_heading_meant(const char *heading);

/* Help for a heading that case studies do not have. */
const char *markdown_heading_help(struct arena *arena, const char *heading);

/* The first section under a heading, or NULL. */
const struct markdown_section *markdown_section(const struct markdown_body *body, const char *heading);

#endif
