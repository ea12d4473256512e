#ifndef CATALOGUE_SITE_PARTS_BARS_H
#define CATALOGUE_SITE_PARTS_BARS_H

/*
 * Measured figures as bars from nought up, each with its figure: before and after, and those they are compared with. The
 * sentence beside the drawing says the same, so it is hidden from those who hear the page.
 */

#include "catalogue/site/frame/html.h"
#include "indexer/base/arena.h"
#include "indexer/content/case_study.h"
#include "search-cli/present/outcome_words.h"

/* Nothing for a figure that stands alone, for figures below nought and for ratios. */
void bars_draw(struct html *html, struct arena *arena, const struct value *outcome, const struct outcome_words *words);

#endif
