#ifndef INDEXER_CONTENT_LEFTOVERS_H
#define INDEXER_CONTENT_LEFTOVERS_H

/*
 * Source that is left in what readers see: a link that became none, a footnote, a bullet from Word, stars that did not
 * close, a text that was to be filled in. Looked for in the text as it comes out, so that whatever made it so is found;
 * what the author marked as code or with a backslash is meant to be seen.
 */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/case_study.h"
#include "indexer/content/markdown.h"

void leftovers_check(struct arena *arena, const struct markdown_body *body, struct diagnostics *diagnostics);

/* An answer of the front matter, which is shown as it is: no Markdown, HTML or entities are read in it. */
void leftovers_check_answer(struct arena *arena, const struct value *value, struct diagnostics *diagnostics);

/* An address of the front matter: those at example.org were copied with an example. */
void leftovers_check_address(const char *text, struct place place, struct diagnostics *diagnostics);

#endif
