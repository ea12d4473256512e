#ifndef INDEXER_CONTENT_FRONT_WORDS_H
#define INDEXER_CONTENT_FRONT_WORDS_H

/* Mistakes of YAML in the words of their author: one code and one sentence for each, and the edit that mends it. */

#include <stddef.h>

#include "indexer/base/diagnostics.h"
#include "indexer/base/yaml_lines.h"
#include "indexer/base/yaml_mistakes.h"
#include "indexer/base/yaml_tree.h"

/* Reports mistakes of a text whose first line is line `first_line` of its file. */
void front_words_report(const struct yaml_mistakes *mistakes, const struct yaml_lines *lines, size_t first_line,
                        struct diagnostics *diagnostics);

/* Reports what the tree does not take; its place is in the file. */
void front_words_report_problem(struct arena *arena, const struct yaml_problem *problem,
                                struct diagnostics *diagnostics);

#endif
