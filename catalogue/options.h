#ifndef CATALOGUE_OPTIONS_H
#define CATALOGUE_OPTIONS_H

/* From the words of a command line to an invocation. */

#include <stdbool.h>

#include "catalogue/command.h"

/*
 * Sorts the words behind the command's name into options and arguments. False after a
 * complaint on stderr. -C DIR is given as the option "C".
 */
bool options_read(struct invocation *invocation, char *const *words, size_t count);

#endif
