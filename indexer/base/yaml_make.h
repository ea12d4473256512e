#ifndef INDEXER_BASE_YAML_MAKE_H
#define INDEXER_BASE_YAML_MAKE_H

/* A tree (yaml_tree.h) that was not read but is made, node by node, in an arena. Its nodes have no places. */

#include "indexer/base/arena.h"
#include "indexer/base/yaml_tree.h"

/* An empty list or map. */
struct yaml_node *yaml_make(struct arena *arena, enum yaml_kind kind);

/* A text, which is not copied. */
struct yaml_node *yaml_make_scalar(struct arena *arena, const char *text);

/* Adds an item at the end of a list, or an entry at that of a map, which has no such key yet. The key is not copied. */
void yaml_make_item(struct arena *arena, struct yaml_node *list, struct yaml_node *item);
void yaml_make_entry(struct arena *arena, struct yaml_node *map, const char *key, struct yaml_node *value);

#endif
