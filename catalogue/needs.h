#ifndef CATALOGUE_NEEDS_H
#define CATALOGUE_NEEDS_H

/* Finding and opening what a command's row says it needs. */

#include <stdbool.h>

#include "catalogue/command.h"

/*
 * Finds the catalogue and the place of its index, and decides about colours, from options and environment.
 * False after a complaint, also when the command needs a catalogue and there is none.
 */
bool needs_find(struct invocation *invocation);

/*
 * Opens the index where the command needs it, brought up to date first where its row says so. What the user has to
 * know goes to stderr. False when the command cannot run, after a complaint; *status says how it ends, and where it can
 * run, what became of the update: EXIT_NOTHING when the content has errors and it was told to go on.
 */
bool needs_open(struct invocation *invocation, enum exit_status *status);

/* Closes what needs_open opened; the status that the command's answer leaves, or trouble when the index failed it. */
enum exit_status needs_close(struct invocation *invocation, enum exit_status status);

#endif
