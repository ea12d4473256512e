#ifndef CATALOGUE_REFRESH_H
#define CATALOGUE_REFRESH_H

/* Bringing the database up to date for a command that must not go past errors in the content unless it was told to. */

#include <stdbool.h>

#include "catalogue/command.h"
#include "indexer/index/update.h"

/*
 * Updates the invocation's database from ROOT/content, showing progress, and prints the errors found.
 * False after a complaint, with *status saying how the command ends; `stays` names what is as it was ("the site").
 */
bool refresh_database(struct invocation *invocation, const char *root, const char *stays, struct update_options options,
                      struct update_counts *counts, enum exit_status *status);

/* Prints the errors among the diagnostics to stderr, as many as one wants to read. */
void refresh_print_errors(const struct invocation *invocation, const struct diagnostics *diagnostics);

#endif
