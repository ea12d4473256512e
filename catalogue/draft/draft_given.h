#ifndef CATALOGUE_DRAFT_DRAFT_GIVEN_H
#define CATALOGUE_DRAFT_DRAFT_GIVEN_H

/*
 * Answers that somebody gave as such: a YAML file by the keys of the table of fields, and the text of an issue form, by the
 * words over its answers (.github/ISSUE_TEMPLATE/case-study.yml; what that asks stands in a table here, too, and a test
 * compares the two).
 */

#include "catalogue/draft/draft_base.h"
#include "catalogue/draft/draft_body.h"
#include "catalogue/draft/read/document.h"

/* Answers by key; parts of the text below `sections`, or each by its heading. */
void draft_given(struct arena *arena, const struct yaml_node *answers, struct document *document,
                 struct draft_body *body);

/* "### Where?", an empty line, and the answer. False when no line begins so. */
bool draft_issue(struct arena *arena, const struct draft_base *base, const char *text, struct document *document,
                 struct draft_body *body);

#endif
