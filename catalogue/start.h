#ifndef CATALOGUE_START_H
#define CATALOGUE_START_H

/*
 * The files that a new catalogue begins with: the folder catalogue/start/ as it stands, and the terms of the catalogue
 * that this program was built in. A folder is a catalogue when it has the settings, which are written last: what a run
 * that failed left behind is known by its bytes, and another run goes on from there.
 */

#include <stddef.h>

#include "indexer/base/arena.h"

/*
 * Makes the folder, unless it is there, and writes the files into it. NULL, with *count files written; or why not, in
 * words. A folder that has anything else than these files, or .git, is left as it is. After another failure the files
 * that were written are there, each whole.
 */
const char *start_write(struct arena *arena, const char *folder, size_t *count);

#endif
