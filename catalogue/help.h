#ifndef CATALOGUE_HELP_H
#define CATALOGUE_HELP_H

/* What --help and --version print, made from the tables of commands and options. */

#include "catalogue/command.h"
#include "indexer/base/text.h"

/* The program as a whole, and one command: examples first. */
void help_program(struct text *out);
void help_command(struct text *out, struct arena *arena, const struct command *command);

/* "catalogue 0.1.0", and what the program is shut in with while it runs. */
void help_version(struct text *out, struct arena *arena);

#endif
