#ifndef INDEXER_BASE_YAML_WRITE_H
#define INDEXER_BASE_YAML_WRITE_H

/* A text as it can stand in YAML: what yaml_tree reads back from it is the text. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"

/* In double quotation marks. */
const char *yaml_quoted(struct arena *arena, const char *text, size_t size);

/*
 * In the quotation marks that change least of it: single ones where the text has double ones or \\ and no apostrophe.
 * Lines stay lines, which are read as one; for a text that stands in a file already.
 */
const char *yaml_framed(struct arena *arena, const char *text, size_t size);

/* As it is where that can be read back, else in quotation marks; `in_list` for an item between [ and ]. */
const char *yaml_scalar(struct arena *arena, const char *text, size_t size, bool in_list);

#endif
