#ifndef INDEXER_CONTENT_FRONT_YAML_H
#define INDEXER_CONTENT_FRONT_YAML_H

/*
 * YAML written by people who are no programmers: read past what cannot be
 * read, and with every problem told in their words.
 */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/string_list.h"
#include "indexer/base/yaml_tree.h"

/*
 * The tree of YAML whose first line is line `first_line` of its file, or NULL.
 * Top-level keys whose text could not be read are added to `broken` and are not in the tree.
 */
const struct yaml_node *front_yaml_read(struct arena *arena, const char *data, size_t size, size_t first_line,
                                        struct string_list *broken, struct diagnostics *diagnostics);

/* Reports texts without quotation marks that a # would cut short: to YAML the rest of the line is a comment. */
void front_yaml_check_comments(struct arena *arena, const char *data, size_t size, size_t first_line,
                               struct diagnostics *diagnostics);

#endif
