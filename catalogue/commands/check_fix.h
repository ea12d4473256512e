#ifndef CATALOGUE_COMMANDS_CHECK_FIX_H
#define CATALOGUE_COMMANDS_CHECK_FIX_H

/* Files that were mended in memory, shown as differences and written. */

#include <stdbool.h>

#include "catalogue/command.h"
#include "indexer/content/check.h"

/*
 * Shows each difference (in the answer, or, where that is for a program, in what is said before it), writes the files
 * unless nothing is to be written, and says how many. A file that has changed since it was read is left alone. False
 * after a complaint about files that could not be written; the others are.
 */
bool check_fix(struct invocation *invocation, const struct mended_files *files, bool dry_run, bool in_answer);

#endif
