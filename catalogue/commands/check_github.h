#ifndef CATALOGUE_COMMANDS_CHECK_GITHUB_H
#define CATALOGUE_COMMANDS_CHECK_GITHUB_H

/*
 * Problems as GitHub Actions reads them. An annotation stands beside its line in a pull request; of each run only the
 * first ten of a kind are shown there. The summary of the step has room for all of them, in words for whoever has never
 * seen such a page. (GitHub Docs, "Workflow commands for GitHub Actions": error, warning, notice; job summaries.)
 */

#include "indexer/base/diagnostics.h"

enum { GITHUB_SHOWN = 10 };

/* The first GITHUB_SHOWN problems, errors before warnings, a workflow command each, and one more on how many are left. */
void check_github_commands(struct text *out, const struct diagnostics *diagnostics);

/* All of them in Markdown, by file; what does not fit into a summary is counted. */
void check_github_summary(struct text *out, const struct diagnostics *diagnostics);

#endif
