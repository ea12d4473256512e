#include "search-cli/query_node.h"

struct query_node *query_node_add(struct arena *arena, struct query_node *parent, const struct query_node *part)
{
    struct query_node *copy = arena_alloc(arena, sizeof *copy);
    *copy = *part;
    parent->parts = arena_grow(arena, parent->parts, parent->part_count, &parent->part_capacity, sizeof *parent->parts);
    return parent->parts[parent->part_count++] = copy;
}
