#ifndef CATALOGUE_OUTPUT_PATH_H
#define CATALOGUE_OUTPUT_PATH_H

#include "catalogue/command.h"

/*
 * Whether a command may write a file at a path that an option was given: never among the sources (content/, theme/), nor
 * in the place of the index, nor of what is no ordinary file, which a link, a device or a folder would be. Otherwise
 * complains, and nothing has been touched.
 */
bool output_path_accepts(struct invocation *invocation, const char *option, const char *path);

#endif
