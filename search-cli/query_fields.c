#include "search-cli/query_fields.h"

#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/content/facets.h"
#include "indexer/content/fields.h"
#include "indexer/content/nearest.h"
#include "indexer/content/number_fields.h"
#include "indexer/content/scalars.h"
#include "indexer/index/dates.h"

enum { NUMBER_DIGITS = 15 };

#define COUNT(table) (sizeof(table) / sizeof *(table))

static char *lower(struct arena *arena, const char *text)
{
    char *copy = arena_string(arena, text);
    for (char *byte = copy; *byte; byte++)
        *byte = ascii_lower(*byte);
    return copy;
}

struct query_field query_field_find(const char *name)
{
    struct arena arena = {0};
    const char *plain = lower(&arena, name);
    const struct date_field *date = date_field_find(plain);
    const struct number_field *number = number_field_find(plain);
    const struct facet *facet = facet_find(plain);
    arena_free(&arena);
    const char *key = date ? date->key : number ? number->key : facet ? facet->key : NULL;
    return (struct query_field){key, date != NULL, !date && number};
}

/* `>=x` and the like; `least` and `excluded` say which side of a range the value bounds. */
static const struct comparison {
    const char *mark;
    bool least;
    bool excluded;
} comparisons[] = {{">=", true, false}, {"<=", false, false}, {">", true, true}, {"<", false, true}};

static bool read_comparison(struct query_node *node, const char *value)
{
    for (size_t i = 0; i < COUNT(comparisons); i++) {
        size_t size = strlen(comparisons[i].mark);
        if (strncmp(value, comparisons[i].mark, size))
            continue;
        bool least = comparisons[i].least;
        node->from = least ? value + size : "";
        node->to = least ? "" : value + size;
        node->from_excluded = least && comparisons[i].excluded;
        node->to_excluded = !least && comparisons[i].excluded;
        return value[size];
    }
    return false;
}

/* `a..b`, `a..`, `..b`; between years a dash will do. */
static bool read_range(struct arena *arena, struct query_node *node, const char *value)
{
    const char *points = strstr(value, "..");
    size_t gap = 2;
    if (!points && node->is_date && strlen(value) == 9 && value[4] == '-') {
        points = value + 4;
        gap = 1;
    }
    if (!points)
        return false;
    node->from = arena_copy(arena, value, (size_t)(points - value));
    node->to = points + gap;
    return *node->from || *node->to;
}

/* A whole number of at most fifteen digits. */
static bool is_number(const char *value)
{
    size_t size = strlen(value);
    return size && size <= NUMBER_DIGITS && strspn(value, "0123456789") == size;
}

static bool is_bound(const struct query_node *node, const char *value)
{
    return !*value || (!node->is_date && !node->is_number) || (node->is_date ? scalar_date(value) : is_number(value));
}

/* One value as a node of its own; false when the field cannot have it. */
static bool read_value(struct arena *arena, const struct query_field *field, const char *value, struct query_node *node)
{
    *node = (struct query_node){
        .kind = QUERY_RANGE, .field = field->key, .is_date = field->is_date, .is_number = field->is_number};
    if (*value == '=')
        value++;
    if (read_comparison(node, value) || read_range(arena, node, value))
        return is_bound(node, node->from) && is_bound(node, node->to);
    node->from = node->to = value;
    if (field->is_date || field->is_number)
        return *value && is_bound(node, value);
    node->kind = QUERY_TERMS;
    string_list_add(arena, &node->values, value);
    return *value && !strchr("<>", *value);
}

/* Terms gather in one node; with ranges among them the whole is any of the parts. */
bool query_field_read(struct arena *arena, const struct query_field *field, const struct string_list *values,
                      struct query_node *node, struct string_list *odd)
{
    struct query_node any = {.kind = QUERY_ANY};
    struct query_node *terms = NULL;
    for (size_t i = 0; i < values->count; i++) {
        struct query_node one;
        if (!read_value(arena, field, lower(arena, values->items[i]), &one))
            string_list_add(arena, odd, values->items[i]);
        else if (one.kind == QUERY_TERMS && terms)
            string_list_add(arena, &terms->values, one.values.items[0]);
        else if (one.kind == QUERY_TERMS)
            terms = query_node_add(arena, &any, &one);
        else
            query_node_add(arena, &any, &one);
    }
    *node = any.part_count == 1 ? *any.parts[0] : any;
    return any.part_count > 0;
}

const char *query_field_unknown(struct arena *arena, const char *name)
{
    const char *keys[FACET_COUNT + DATE_FIELD_COUNT + NUMBER_FIELD_COUNT];
    for (size_t i = 0; i < FACET_COUNT; i++)
        keys[i] = facets[i].key;
    for (size_t i = 0; i < DATE_FIELD_COUNT; i++)
        keys[FACET_COUNT + i] = date_fields[i].key;
    for (size_t i = 0; i < NUMBER_FIELD_COUNT; i++)
        keys[FACET_COUNT + DATE_FIELD_COUNT + i] = number_fields[i].key;
    const char *near = nearest(name, keys, COUNT(keys));
    return near
               ? arena_format(arena, "There is no field \"%s\": it was searched as words. Did you mean %s?", name, near)
               : arena_format(arena, "There is no field \"%s\": it was searched as words.", name);
}

const char *query_field_odd(struct arena *arena, const struct query_field *field, const char *value)
{
    const char *form = field->is_date     ? "2025, 2025-03, >=2025 or 2019..2021"
                       : field->is_number ? "500, >=500 or 100..500"
                                          : "a term or >=a term";
    return arena_format(arena, "%s cannot be \"%s\": it was searched as words. Write %s:%s.", field->key, value,
                        field->key, form);
}
