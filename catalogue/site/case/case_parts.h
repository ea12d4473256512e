#ifndef CATALOGUE_SITE_CASE_CASE_PARTS_H
#define CATALOGUE_SITE_CASE_CASE_PARTS_H

/* The parts of a case study's page, each written by the file of its name. A part without content writes nothing. */

#include "catalogue/site/frame/frame.h"
#include "indexer/content/case_study.h"
#include "search-cli/present/facts.h"
#include "search-cli/similar.h"

/* Headings that the contents of the page lead to. */
extern const char case_heading_cite[];
extern const char case_heading_facts[];

/* What facts are worded with on this site: other cases are named where they have a page. */
struct fact_context case_fact_context(const struct site *site);

/* One item of a fact, its parts as links where they lead somewhere. */
void case_fact_item(struct frame *frame, const struct fact_item *item);
/* Its items in one line, with between them what joins them. */
void case_fact_run(struct frame *frame, const struct fact *fact);
/* The items of a fact as a list (UL or OL), with links where its parts lead; and as a part of the page under its label. */
void case_fact_list(struct frame *frame, const struct fact *fact, enum html_tag list);
void case_fact_section(struct frame *frame, const struct fact *fact, const char *anchor);

/* What a reader decides by, then the beginnings of need, action and change. */
void case_top_write(struct frame *frame, const struct case_study *study, const struct facts *facts);
/* The facts beside the text: place, time, partners, cost and every other tag. */
void case_facts_write(struct frame *frame, const struct facts *facts);
/* Figures, what was found and what was said. Nothing without any. */
void case_outcomes_write(struct frame *frame, const struct case_study *study, const struct facts *facts);
/* The main figures in a sentence each, the others in a table, each drawn once. Nothing without any. */
void case_figures_write(struct frame *frame, const struct case_study *study, const struct facts *facts);
/* What the editors add, what was looked for and not found; principles; where else it was done. */
void case_told_write(struct frame *frame, const struct facts *facts);
/* Cases like this one, and why; not those that it leads to itself. */
void case_similar_write(struct frame *frame, const char *id, const struct similar_cases *similar,
                        const struct fact *related);
/* Related cases, resources, sources, citation, what would raise the level, dates. */
void case_about_write(struct frame *frame, const struct case_study *study, const struct facts *facts);

/* The id of a body section's heading. */
const char *case_section_anchor(struct arena *arena, const char *heading);

#endif
