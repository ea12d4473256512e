#ifndef INDEXER_CONTENT_FRONT_YAML_H
#define INDEXER_CONTENT_FRONT_YAML_H

/*
 * YAML written by people who are no programmers: every mistake is told once, at its place and in their words
 * (front_words.h), and what was meant is read in its stead. libyaml is the judge of what passes: where it reads the text,
 * only those mistakes are told that make it read something else than was meant.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/string_list.h"
#include "indexer/base/yaml_names.h"
#include "indexer/base/yaml_tree.h"

struct front_yaml {
    const struct yaml_node *root; /* NULL when there is nothing, or a problem ended the reading */
    struct string_list broken;    /* top-level keys whose text could not be read; they are not in the tree */
    bool whole;                   /* false: what is not in the tree may stand in a part that could not be read */
    bool certain;                 /* no mistake was mended by a guess */
};

/*
 * Reads YAML whose first line is line `first_line` of its file. `names` tells the keys that are known, or is NULL, as
 * `diagnostics` may be.
 */
struct front_yaml front_yaml_read(struct arena *arena, const char *data, size_t size, size_t first_line,
                                  const struct yaml_names *names, struct diagnostics *diagnostics);

/* The same of a text that had no mistake when an index took it: none is looked for, but what cannot be read is reported. */
struct front_yaml front_yaml_read_good(struct arena *arena, const char *data, size_t size, size_t first_line,
                                       struct diagnostics *diagnostics);

#endif
