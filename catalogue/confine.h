#ifndef CATALOGUE_CONFINE_H
#define CATALOGUE_CONFINE_H

/* Shutting a command in with what its row says it needs, so that no file of content leads it anywhere else. */

#include <stdbool.h>

#include "catalogue/command.h"

/*
 * To be called when the catalogue and the place of its index were found, before either is read. The catalogue can be
 * read then, the folder of the index and the output written, what options and arguments name used for what they are,
 * and nothing else. Where the index has no folder yet that is made first. False after a complaint.
 */
bool confine(struct invocation *invocation);

/* "Landlock ABI 7", or why there is none: for --version. */
const char *confine_text(struct arena *arena);

#endif
