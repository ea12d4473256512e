#ifndef CATALOGUE_SITE_CASE_CASE_PARTS_H
#define CATALOGUE_SITE_CASE_CASE_PARTS_H

/* The parts of a case study's page, each written by the file of its name. A part without content writes nothing. */

#include "catalogue/site/frame/frame.h"
#include "indexer/content/case_study.h"
#include "search-cli/similar.h"

/* The three leading tags, and the card of need, action and change. */
void case_top_write(struct frame *frame, const struct case_study *study);
/* The facts beside the text: place, time, partners, cost and every other tag. */
void case_facts_write(struct frame *frame, const struct case_study *study);
/* The figures: a table, and bars with the gap in words. */
void case_outcomes_write(struct frame *frame, const struct case_study *study);
/* Evidence level with its reason; principles; where else it was done. */
void case_evidence_write(struct frame *frame, const struct case_study *study);
/* Cases like this one, and why. */
void case_similar_write(struct frame *frame, const char *id, const struct similar_cases *similar);
/* The script that hands a case to compare.html. */
void case_compare_write(struct frame *frame, const struct case_study *study, const struct similar_cases *similar);
/* Related cases, resources, sources, contact, citation, dates. */
void case_about_write(struct frame *frame, const struct case_study *study);

/* The id of a body section's heading. */
const char *case_section_anchor(struct arena *arena, const char *heading);

#endif
