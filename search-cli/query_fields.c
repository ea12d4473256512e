#include "search-cli/query_fields.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/content/case_parts.h"
#include "indexer/content/facets.h"
#include "indexer/content/fields.h"
#include "indexer/content/nearest.h"
#include "indexer/content/number_fields.h"
#include "indexer/content/query_names.h"
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

struct query_field query_field_at(size_t number)
{
    static const enum query_field_kind kinds[] = {[QUERY_NAME_WORDS] = QUERY_FIELD_WORDS,
                                                  [QUERY_NAME_ID] = QUERY_FIELD_IDS,
                                                  [QUERY_NAME_PARTS] = QUERY_FIELD_PARTS};
    if (number < FACET_COUNT)
        return (struct query_field){facets[number].key, QUERY_FIELD_TERMS, facets[number].label};
    number -= FACET_COUNT;
    if (number < DATE_FIELD_COUNT)
        return (struct query_field){date_fields[number].key, QUERY_FIELD_DATES, date_fields[number].help};
    number -= DATE_FIELD_COUNT;
    if (number < NUMBER_FIELD_COUNT)
        return (struct query_field){number_fields[number].key, QUERY_FIELD_NUMBERS, number_fields[number].help};
    number -= NUMBER_FIELD_COUNT;
    if (number < QUERY_NAME_COUNT)
        return (struct query_field){query_names[number].key, kinds[query_names[number].kind], query_names[number].help};
    return (struct query_field){0};
}

struct query_field query_field_find(const char *name)
{
    const struct facet *facet = facet_find(name);
    struct query_field field;
    size_t i = facet ? (size_t)(facet - facets) : FACET_COUNT;
    while ((field = query_field_at(i)).key && !facet && strcasecmp(field.key, name) != 0)
        i++;
    return field;
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
    if (!points && node->field_kind == QUERY_FIELD_DATES && strlen(value) == 9 && value[4] == '-') {
        points = value + 4;
        gap = 1;
    }
    if (!points)
        return false;
    node->from = arena_copy(arena, value, (size_t)(points - value));
    node->to = points + gap;
    return *node->from || *node->to;
}

/* A whole number of at most fifteen digits, where anything stands at all. */
static bool is_number(const char *value)
{
    size_t size = strlen(value);
    return size <= NUMBER_DIGITS && strspn(value, "0123456789") == size;
}

static bool is_bound(const struct query_node *node, const char *value)
{
    if (!*value)
        return true;
    return node->field_kind == QUERY_FIELD_DATES     ? scalar_date(value)
           : node->field_kind == QUERY_FIELD_NUMBERS ? is_number(value)
                                                     : true;
}

/* Whether what is to be the end comes before the beginning; dates are compared as far as both go. */
static bool is_turned(const struct query_node *node)
{
    size_t from = strlen(node->from);
    size_t to = strlen(node->to);
    if (!from || !to)
        return false;
    if (node->field_kind == QUERY_FIELD_NUMBERS)
        return strtoll(node->from, NULL, 10) > strtoll(node->to, NULL, 10);
    return node->field_kind == QUERY_FIELD_DATES && strncmp(node->from, node->to, from < to ? from : to) > 0;
}

/* `value` as one of several that are looked for as they are; false when there is nothing to look for. */
static bool read_plain(struct arena *arena, const char *value, struct query_node *node)
{
    node->kind = QUERY_TERMS;
    string_list_add(arena, &node->values, value);
    return *value && !strchr("<>", *value);
}

/* One value as a node of its own; false when the field cannot have it. */
static bool read_value(struct arena *arena, const struct query_field *field, const char *value, struct query_node *node)
{
    bool is_measured = field->kind == QUERY_FIELD_DATES || field->kind == QUERY_FIELD_NUMBERS;
    *node = (struct query_node){.kind = QUERY_RANGE, .field = field->key, .field_kind = field->kind};
    if (*value == '=')
        value++;
    if (!is_measured && field->kind != QUERY_FIELD_TERMS)
        return read_plain(arena, value, node);
    if (read_comparison(node, value) || read_range(arena, node, value))
        return is_bound(node, node->from) && is_bound(node, node->to);
    node->from = node->to = value;
    return is_measured ? *value && is_bound(node, value) : read_plain(arena, value, node);
}

static void turn(struct query_node *node)
{
    const char *from = node->from;
    node->from = node->to;
    node->to = from;
}

/* Terms gather in one node; with ranges among them the whole is any of the parts. */
bool query_field_read(struct arena *arena, const struct query_field *field, const struct string_list *values,
                      struct query_node *node, struct query_odd_values *odd)
{
    struct query_node any = {.kind = QUERY_ANY};
    struct query_node *terms = NULL;
    for (size_t i = 0; i < values->count; i++) {
        struct query_node one;
        bool read = read_value(arena, field, lower(arena, values->items[i]), &one);
        if (!read) {
            string_list_add(arena, &odd->odd, values->items[i]);
        } else if (one.kind == QUERY_TERMS && terms) {
            string_list_add(arena, &terms->values, one.values.items[0]);
        } else if (one.kind == QUERY_TERMS) {
            terms = query_node_add(arena, &any, &one);
        } else {
            if (is_turned(&one)) {
                turn(&one);
                string_list_add(arena, &odd->turned, query_field_turned(arena, field->key, one.to, one.from));
            }
            query_node_add(arena, &any, &one);
        }
    }
    *node = any.part_count == 1 ? *any.parts[0] : any;
    return any.part_count > 0;
}

/* Whether a name is one of the words of a key, or begins it: "priority", "area", "partners" of partner_types. */
static bool is_part_of(const char *name, const char *key)
{
    size_t size = strlen(name);
    size -= size > QUERY_FIELD_NAME_LEAST && name[size - 1] == 's';
    if (size < QUERY_FIELD_NAME_LEAST)
        return false;
    for (const char *word = key; word; word = strchr(word, '_')) {
        word += *word == '_';
        if (strncasecmp(word, name, size) == 0)
            return true;
    }
    return false;
}

static const char *field_near(struct arena *arena, const char *name)
{
    struct string_list keys = {0};
    struct query_field field;
    for (size_t i = 0; (field = query_field_at(i)).key; i++) {
        if (is_part_of(name, field.key))
            return field.key;
        string_list_add(arena, &keys, field.key);
    }
    const char *part = case_part_find(arena, name);
    return part ? arena_format(arena, "%s:%s", case_parts_key, part) : nearest(name, keys.items, keys.count);
}

const char *query_field_unknown(struct arena *arena, const char *name)
{
    const char *near = field_near(arena, name);
    return arena_format(arena, "There is no field \"%s\": its value was read as words.%s%s%s", name,
                        near ? " Did you mean " : "", near ? near : "", near ? "?" : "");
}

const char *query_field_odd(struct arena *arena, const struct query_field *field, const char *value)
{
    static const char *const forms[] = {
        [QUERY_FIELD_TERMS] = "a term or >=a term",       [QUERY_FIELD_DATES] = "2025, 2025-03, >=2025 or 2019..2021",
        [QUERY_FIELD_NUMBERS] = "500, >=500 or 100..500", [QUERY_FIELD_WORDS] = "a word",
        [QUERY_FIELD_IDS] = "the beginning of an id",     [QUERY_FIELD_PARTS] = "a field, such as cost",
    };
    return arena_format(arena, "%s cannot be \"%s\": it was read as words. Write %s:%s.", field->key, value, field->key,
                        forms[field->kind]);
}

const char *query_field_turned(struct arena *arena, const char *key, const char *from, const char *to)
{
    return arena_format(arena, "%s:%s..%s ends before it begins: it was read as %s..%s.", key, from, to, to, from);
}
