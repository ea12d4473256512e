#ifndef CATALOGUE_SITE_PARTS_CHARTS_H
#define CATALOGUE_SITE_PARTS_CHARTS_H

/* Pictures of counts. Each says in words or figures what it draws, and links to the cases where there is a page of them. */

#include "catalogue/site/frame/frame.h"
#include "search-cli/counts.h"
#include "search-cli/report/tally.h"
#include "search-cli/report/timeline.h"

/* Years as upright bars, with all figures in a table on opening. Nothing without dates. */
void chart_timeline(struct frame *frame, const struct timeline *timeline);

/*
 * Regions as tiles that lie roughly as the regions do. It is a list of links in a grid rather than a drawing, so that
 * it can be read aloud, enlarged and followed. The stylesheet knows the places of regions by their ids; others come last.
 */
void chart_regions(struct frame *frame, const struct term_counts *regions);

/* One of these tiles: an item of a list of class "regions". */
void chart_region(struct frame *frame, const char *slug, const char *label, size_t count, struct url url);

/* What came of cases as one bar of parts, for the eye; the words stand beside it. Nothing without cases. */
void chart_directions(struct html *html, const struct tally *tally);

/* What the parts of these bars stand for, where no words stand beside them. */
void chart_directions_key(struct html *html);

#endif
