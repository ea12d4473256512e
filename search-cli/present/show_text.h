#ifndef SEARCH_CLI_PRESENT_SHOW_TEXT_H
#define SEARCH_CLI_PRESENT_SHOW_TEXT_H

/* One case study as it is read in a terminal: its facts, around its text. */

#include "indexer/base/text.h"
#include "indexer/content/case_study.h"
#include "search-cli/present/facts.h"
#include "search-cli/present/print.h"

void show_text(struct text *out, const struct case_study *study, const struct facts *facts,
               const struct print_style *style);

#endif
