#ifndef CATALOGUE_DRAFT_READ_FORM_TABLE_H
#define CATALOGUE_DRAFT_READ_FORM_TABLE_H

/*
 * Tables that are forms, as templates have them: in each row a question on the left, and its answer on the right. They are
 * told from tables of data by their questions, which are headings as reports have them, or stand in bold before sentences.
 */

#include <stdbool.h>
#include <stddef.h>

#include "catalogue/draft/read/left_out.h"
#include "indexer/base/arena.h"

/* A row of two cells; the words of both. */
struct form_row {
    const char *label;
    const char *answer;
    bool bold; /* all words of the label */
};

bool form_table(const struct form_row *rows, size_t count);

/* Whether the first row of a form only says what stands left and right ("Question", "Your answer"). */
bool form_table_names_columns(const struct form_row *rows, size_t count);

extern const char form_table_end[]; /* Markdown behind a form: a heading without words, as what follows is none of it */
extern const char form_table_columns[];    /* why its first row is left out */
extern const char form_table_unanswered[]; /* why a question without an answer is */

/* Markdown in which each such table is a heading and a text for each of its rows. */
const char *form_table_markdown(struct arena *arena, const char *markdown, struct left_out *left_out);

#endif
