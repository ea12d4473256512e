#ifndef CATALOGUE_SITE_OUTPUT_TREE_H
#define CATALOGUE_SITE_OUTPUT_TREE_H

/* An open folder with everything in it. Links are never followed. */

#include <stdbool.h>
#include <sys/stat.h>

/*
 * Calls `each` for everything in the folder, in no particular order, with its path and what it is (links are not
 * followed); folders before what they hold. False as soon as `each` said so or reading failed.
 */
bool tree_walk(int folder, bool (*each)(void *context, const char *path, const struct stat *status), void *context);

/* The same with no more of what it is than which kind of thing, for which the system need not be asked again. */
bool tree_walk_kinds(int folder, bool (*each)(void *context, const char *path, const struct stat *status),
                     void *context);

/* Removes everything in the folder; the folder itself stays. */
bool tree_clear(int folder);

/* Removes a folder and everything in it. */
bool tree_remove(int folder, const char *name);

#endif
