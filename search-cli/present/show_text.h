#ifndef SEARCH_CLI_PRESENT_SHOW_TEXT_H
#define SEARCH_CLI_PRESENT_SHOW_TEXT_H

/* One case study as it is read in a terminal. */

#include <stddef.h>

#include "indexer/base/text.h"
#include "indexer/content/case_study.h"
#include "search-cli/present/print.h"

void show_text(struct text *out, const struct case_study *study, const struct print_style *style);

/* One line about an outcome: "Checks delivered: 40 to 65 people (better), among …". Without a line end. */
void show_outcome(struct text *out, const struct case_study *study, size_t number);

#endif
