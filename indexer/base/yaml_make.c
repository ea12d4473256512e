#include "indexer/base/yaml_make.h"

struct yaml_node *yaml_make(struct arena *arena, enum yaml_kind kind)
{
    struct yaml_node *node = arena_alloc(arena, sizeof *node);
    node->kind = kind;
    return node;
}

struct yaml_node *yaml_make_scalar(struct arena *arena, const char *text)
{
    struct yaml_node *node = yaml_make(arena, TREE_SCALAR);
    node->text = text;
    return node;
}

void yaml_make_item(struct arena *arena, struct yaml_node *list, struct yaml_node *item)
{
    size_t capacity = list->count;
    list->items = arena_grow(arena, list->items, list->count, &capacity, sizeof(struct yaml_node *));
    list->items[list->count++] = item;
}

void yaml_make_entry(struct arena *arena, struct yaml_node *map, const char *key, struct yaml_node *value)
{
    size_t capacity = map->count;
    map->entries = arena_grow(arena, map->entries, map->count, &capacity, sizeof *map->entries);
    map->entries[map->count++] = (struct yaml_entry){.key = key, .value = value};
}
