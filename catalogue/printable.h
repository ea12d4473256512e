#ifndef CATALOGUE_PRINTABLE_H
#define CATALOGUE_PRINTABLE_H

/*
 * The last that happens to whatever the program prints, in every format: what could steer a terminal or turn a line
 * around is taken out. Content with such characters is refused before; here is held what a damaged index, or a
 * part of the program that forgot about it, lets through.
 */

#include <stdbool.h>

#include "indexer/base/text.h"

/*
 * Afterwards the text is UTF-8 without controls but TAB, line ends and NUL. Bytes that are none, and controls, have become
 * U+FFFD; marks of direction are gone. With `colors`, what sets colours stays.
 */
void printable_make(struct text *text, bool colors);

#endif
