#ifndef INDEXER_CONTENT_FRONT_YAML_H
#define INDEXER_CONTENT_FRONT_YAML_H

/*
 * YAML written by people who are no programmers: read past what cannot be
 * read, and with every problem told in their words.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/string_list.h"
#include "indexer/base/yaml_tree.h"

struct front_yaml {
    const struct yaml_node *root; /* NULL when there is nothing, or a problem ended the reading */
    struct string_list broken;    /* top-level keys whose text could not be read; they are not in the tree */
    bool whole;                   /* false: what is not in the tree may stand in a part that could not be read */
};

/* Reads YAML whose first line is line `first_line` of its file. `diagnostics` may be NULL. */
struct front_yaml front_yaml_read(struct arena *arena, const char *data, size_t size, size_t first_line,
                                  struct diagnostics *diagnostics);

/* Reports texts without quotation marks that a # would cut short: to YAML the rest of the line is a comment. */
void front_yaml_check_comments(struct arena *arena, const char *data, size_t size, size_t first_line,
                               struct diagnostics *diagnostics);

#endif
