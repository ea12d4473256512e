#ifndef CATALOGUE_HELP_H
#define CATALOGUE_HELP_H

/* What --help prints, made from the tables of commands and options. */

#include "catalogue/command.h"
#include "indexer/base/text.h"

/* The options that every command takes. */
extern const struct option common_options[];
extern const size_t common_option_count;

/* The program as a whole, and one command: examples first. */
void help_program(struct text *out);
void help_command(struct text *out, const struct command *command);

#endif
