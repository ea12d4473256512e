#ifndef CATALOGUE_PRINTABLE_H
#define CATALOGUE_PRINTABLE_H

/*
 * The last that happens to whatever the program prints, in every format: what could steer a terminal or turn a line
 * around is taken out, and so is what nobody sees. Content with such characters is refused before, or read without
 * them; here is held what an argument, a damaged index or a part of the program that forgot about it lets through.
 */

#include <stdbool.h>

#include "indexer/base/text.h"

/*
 * Afterwards the text is UTF-8 without controls but TAB, line ends and NUL. Bytes that are none, and controls, have become
 * U+FFFD; marks of direction are gone, and so are characters that nobody sees whatever stands beside them, but for a
 * byte order mark at the beginning. With `colors`, what sets colours stays.
 */
void printable_make(struct text *text, bool colors);

#endif
