#ifndef INDEXER_CONTENT_BODY_LINES_H
#define INDEXER_CONTENT_BODY_LINES_H

/*
 * The lines of a Markdown text before cmark reads them: headings that are written in another form than # and a blank,
 * that skip a level, are empty, or come from a line of hyphens right below a text. Each is told at its line with the
 * edit that mends it, and the text goes on as it was meant, so that nothing else is told because of it.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"

/* A case study has the sections of headings.h, a page those that it likes, a piece is part of something else. */
enum body_kind { BODY_OF_CASE, BODY_OF_PAGE, BODY_PIECE };

/* The text with its headings mended: as many lines, each where it was. `diagnostics` may be NULL. */
const char *body_lines_mend(struct arena *arena, const char *data, size_t size, size_t first_line, enum body_kind kind,
                            struct diagnostics *diagnostics);

#endif
