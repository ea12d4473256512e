#ifndef INDEXER_CONTENT_TAKEN_NAMES_H
#define INDEXER_CONTENT_TAKEN_NAMES_H

/*
 * The names that a published site needs for itself. They are known here, where content is checked, so that what
 * passes check can be published.
 */

#include <stdbool.h>

/* What the site has under this name at its root ("gaps": the gap map), or NULL: a page of content/pages may have it. */
const char *taken_page(const char *name);

/*
 * Whether no file may have this name, without its ending: `index`, which is the list of every folder, and those that
 * Windows keeps for devices.
 */
bool taken_file_name(const char *name);

#endif
