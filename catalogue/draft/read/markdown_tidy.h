#ifndef CATALOGUE_DRAFT_READ_MARKDOWN_TIDY_H
#define CATALOGUE_DRAFT_READ_MARKDOWN_TIDY_H

/*
 * Markdown of other programs as case studies can have it: pictures are named in brackets, links that lead to no web page
 * become their words with the address behind them, bullets become those of Markdown, and {#names} behind headings go.
 */

#include "indexer/base/arena.h"

/* The text lives in the arena. */
const char *markdown_tidy(struct arena *arena, const char *text);

#endif
