#include "indexer/content/case_names.h"

#include <string.h>

#include "indexer/content/fields.h"

static bool is_key(const struct field *field, const char *key, size_t size)
{
    return strlen(field->key) == size && memcmp(field->key, key, size) == 0;
}

/* The first field with this key, on the top or in a group. */
static const struct field *find(const struct field *fields, size_t count, const char *key, size_t size)
{
    for (size_t i = 0; i < count; i++)
        if (is_key(&fields[i], key, size))
            return &fields[i];
    const struct field *found = NULL;
    for (size_t i = 0; !found && i < count; i++)
        found = find(fields[i].members, fields[i].member_count, key, size);
    return found;
}

static enum yaml_shape shape(const char *key, size_t size)
{
    const struct field *field = find(case_fields, CASE_FIELDS, key, size);
    if (!field)
        return SHAPE_UNKNOWN;
    if (field->type == FIELD_MAP)
        return field->is_list ? SHAPE_GROUPS : SHAPE_GROUP;
    if (field->is_list)
        return SHAPE_TEXTS;
    return field->type == FIELD_URL ? SHAPE_ADDRESS : SHAPE_TEXT;
}

/* The field with this key in the groups under another one, or, with a size of 0, at the top. */
static const struct field *find_below(const char *key, size_t size, const char *under, size_t under_size)
{
    const struct field *outer = under_size ? find(case_fields, CASE_FIELDS, under, under_size) : NULL;
    const struct field *fields = outer ? outer->members : case_fields;
    size_t count = outer ? outer->member_count : under_size ? 0 : CASE_FIELDS;
    for (size_t i = 0; i < count; i++)
        if (is_key(&fields[i], key, size))
            return &fields[i];
    return NULL;
}

static bool belongs(const char *key, size_t size, const char *under, size_t under_size)
{
    return find_below(key, size, under, under_size) != NULL;
}

static bool closed(const char *key, size_t size, const char *under, size_t under_size)
{
    const struct field *field = find_below(key, size, under, under_size);
    return field && field->type != FIELD_TEXT && field->type != FIELD_MAP;
}

const struct yaml_names case_names = {shape, belongs, closed};
