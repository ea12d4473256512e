#ifndef CATALOGUE_TERMINAL_H
#define CATALOGUE_TERMINAL_H

/* What the terminal can show, from what it says and from the environment. */

#include <stdbool.h>
#include <stddef.h>

/* Columns to write in: $COLUMNS, else what the terminal on stdout says, within reason; 80 where there is none. */
size_t terminal_width(void);

/* Whether colours are wanted on a descriptor unasked: it is a terminal, not a dumb one, and NO_COLOR does not refuse. */
bool terminal_wants_color(int descriptor);

#endif
