#ifndef INDEXER_CONTENT_SECTIONS_CHECK_H
#define INDEXER_CONTENT_SECTIONS_CHECK_H

/*
 * The sections of a case study: the required ones are there, each stands once, has a heading that is known, and text.
 * One mistake is told once: a heading that stands for another is not told as the lack of that one too.
 */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/markdown_body.h"

void sections_check(struct arena *arena, const struct markdown_body *body, struct diagnostics *diagnostics);

#endif
