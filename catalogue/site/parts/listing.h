#ifndef CATALOGUE_SITE_PARTS_LISTING_H
#define CATALOGUE_SITE_PARTS_LISTING_H

/* Lists that several kinds of page share: case studies, and terms with their counts. */

#include "catalogue/site/frame/frame.h"
#include "indexer/index/queries.h"
#include "search-cli/counts.h"

/* Case studies with title, summary and what is known of each; titles are headings of this level. */
void listing_cases(struct frame *frame, const struct case_rows *cases, enum html_tag heading);

/* Whether some of these are newer than others, so that their order by date says anything. */
bool listing_is_dated(const struct frame *frame, const struct bitset *rows);

/* Titles as links, with the place behind or before each. */
enum listing_place { LISTING_PLACE_LAST, LISTING_PLACE_FIRST };
void listing_titles(struct frame *frame, const struct case_rows *cases, enum listing_place place);

/* The box by which a reader puts a case on a list of their own; nothing for one that lists leave out. */
void listing_choice(struct frame *frame, const struct case_row *row);

/* Terms as links with a bar and a count. */
void listing_counts(struct frame *frame, const struct term_counts *counts);

/* A card of a facet: its name as a heading of this level, what it asks, its most frequent terms, and the way to all. */
void listing_facet(struct frame *frame, const struct term_counts *counts, enum html_tag heading, const char *question,
                   size_t shown);

/* Result and evidence level of a case as labels. */
void listing_labels(struct frame *frame, const struct case_row *row);

/* What the evidence levels mean, for a script that shows them: hidden here. */
void listing_levels(struct frame *frame);

/* A share (0 to 1) as a percentage for drawing, to a tenth: finer than any screen, and short in the page. */
double listing_share(double share);

/* A bar whose length is a share (0 to 1) of the room it has; `kind` is its class. For the eye only: say the figure beside it. */
void listing_bar(struct html *html, double share, const char *kind);

#endif
