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
#include "indexer/base/string_list.h"
#include "indexer/content/markdown_body.h"

/*
 * Reads Markdown that begins at line `first_line` of the file the diagnostics
 * are about. Guards come before cmark: nesting of more than 100 and patterns
 * known to take quadratic time are refused with a diagnostic, and the body is
 * then empty. Links to `other-id.md` are turned into `other-id.html`; with
 * `links_prefix` before it (for pages that do not stand in case-studies/). `diagnostics` may be NULL.
 */
struct markdown_body markdown_read(struct arena *arena, const char *data, size_t size, size_t first_line,
                                   const char *links_prefix, struct diagnostics *diagnostics);

/*
 * The same for a page, which stands above case-studies/. In it `name.md` leads to the page of that name, of those whose
 * names are given, else to a case study. A case study reaches a page by `../pages/name.md`.
 */
struct markdown_body markdown_read_page(struct arena *arena, const char *data, size_t size, size_t first_line,
                                        const struct string_list *pages, struct diagnostics *diagnostics);

/* The same for a text that is not cut at its headings: all of it is `before`, and there are no sections. */
struct markdown_body markdown_read_whole(struct arena *arena, const char *data, size_t size, size_t first_line,
                                         const char *links_prefix, struct diagnostics *diagnostics);

/* And for one that a publisher puts on every page, whose links may lead to mailboxes. */
struct markdown_body markdown_read_own(struct arena *arena, const char *data, size_t size, const char *links_prefix,
                                       struct diagnostics *diagnostics);

/* What renders it, with its version: another may render the same text otherwise. */
const char *markdown_library(void);

#endif
