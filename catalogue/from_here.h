#ifndef CATALOGUE_FROM_HERE_H
#define CATALOGUE_FROM_HERE_H

/* Paths that work where one stands. */

#include "indexer/base/arena.h"

/*
 * A path below the root of a catalogue, as it is reached from the working folder: with ../ from within the
 * catalogue, else as the root was named. NULL for the root: nobody knows where it is, and the path stays as it is.
 */
const char *from_here(struct arena *arena, const char *root, const char *path);

#endif
