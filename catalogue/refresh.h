#ifndef CATALOGUE_REFRESH_H
#define CATALOGUE_REFRESH_H

/*
 * Bringing a command's index up to date with the content, and telling the user what came of it. The update itself is
 * index_update's.
 */

#include <stdbool.h>

#include "catalogue/command.h"
#include "indexer/base/diagnostics.h"
#include "indexer/index/update.h"

/*
 * For a question: goes as far as that goes, and a broken file or a folder that may not be written to stands in nobody's
 * way. What the user has to know is told on stderr.
 */
void refresh_if_possible(struct invocation *invocation);

/*
 * For a command that must not go past errors in the content, but for --keep-going. Prints the errors found. False after
 * a complaint, with *status saying how the command ends; `stays` names what is as it was ("the site"). `rebuild` makes
 * the index anew.
 */
bool refresh_or_stop(struct invocation *invocation, const char *stays, bool rebuild, struct update_counts *counts,
                     enum exit_status *status);

/* Adds the errors among the diagnostics to what is said on stderr, as many as one wants to read. */
void refresh_say_errors(struct invocation *invocation, const struct diagnostics *diagnostics);

#endif
