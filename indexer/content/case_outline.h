#ifndef INDEXER_CONTENT_CASE_OUTLINE_H
#define INDEXER_CONTENT_CASE_OUTLINE_H

/*
 * What is told of a case study beyond its own pages: its front matter, and of its text the headings and the points of
 * lists. A sentence of its prose changes none of that.
 */

#include <stdint.h>

#include "indexer/content/case_study.h"

/* A hash of it: while it is the same, so is what reports across case studies read (search-cli/report/survey.h). */
uint64_t case_outline(const struct case_study *study);

#endif
