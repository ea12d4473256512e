#ifndef SEARCH_CLI_COMPARE_H
#define SEARCH_CLI_COMPARE_H

/* A few case studies side by side: the facts of each that its table marks as compared. */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/text.h"
#include "indexer/content/case_study.h"
#include "search-cli/present/facts.h"
#include "search-cli/present/print.h"

enum { COMPARE_LEAST = 2, COMPARE_MOST = 4 };

struct compare_row {
    const char *key;                        /* "priority_areas" */
    const char *label;                      /* "Priority area" */
    struct string_list cells[COMPARE_MOST]; /* what each case says: items, none when it says nothing */
};

struct comparison {
    const struct case_study *studies[COMPARE_MOST];
    size_t study_count;
    struct compare_row *rows; /* those to which any of the cases has an answer */
    size_t row_count;
};

struct comparison compare_make(struct arena *arena, const struct case_study *const *studies, size_t count,
                               const struct fact_context *context);

/* As a table; where the terminal is too narrow for that, one case under the other. */
void compare_text(struct text *out, const struct comparison *comparison, const struct print_style *style);

void compare_json(struct text *out, const struct comparison *comparison);

#endif
