#ifndef CATALOGUE_SITE_CONTRIBUTE_QUESTIONS_H
#define CATALOGUE_SITE_CONTRIBUTE_QUESTIONS_H

/*
 * What the form asks, in steps, as one table. A question is about a field of the case study or a section of its text;
 * what may be answered stands in the table of fields and nowhere else. What the form does not ask can be written into
 * the file that comes of it.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/content/fields.h"

struct form_question {
    const char *label;
    enum case_field field;
    const char *section; /* the heading of a section of the text instead, or NULL */
    uint64_t members;    /* of a map, those that are asked for, a bit for each */
};

enum { FORM_STEPS = 6, FORM_QUESTIONS = 8 };

struct form_step {
    const char *title;
    struct form_question questions[FORM_QUESTIONS]; /* ends at the first without a label */
};

extern const struct form_step form_steps[FORM_STEPS];

/* The question about a field, or about a section where one is named; NULL when there is none. */
const struct form_question *form_question_of(enum case_field field, const char *section);

/* Whether a case study cannot do without an answer. */
bool form_question_required(const struct form_question *question);

/* The name under which an answer is kept: the key of the field, "sections.What changed". */
const char *form_question_path(struct arena *arena, const struct form_question *question);

#endif
