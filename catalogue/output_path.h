#ifndef CATALOGUE_OUTPUT_PATH_H
#define CATALOGUE_OUTPUT_PATH_H

#include "catalogue/command.h"

/*
 * Whether a command may write a file at a path that an option was given: never among the sources (content/, theme/), nor
 * in the place of the index, nor of what is no ordinary file, which a link, a device or a folder would be. Otherwise
 * complains, and nothing has been touched.
 */
bool output_path_accepts(struct invocation *invocation, const char *path);

/*
 * Whether a path leads past the sources, which are content/ and theme/, be they there or not. Otherwise complains that
 * "the index" or "the site" cannot be written there.
 */
bool output_path_is_apart(struct invocation *invocation, const char *what, const char *path);

#endif
