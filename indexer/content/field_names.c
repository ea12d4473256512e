#include "indexer/content/field_names.h"

#include <string.h>

#include "indexer/content/own_fields.h"

static bool is_key(const struct field *field, const char *key, size_t size)
{
    return size && *field->key == *key && strlen(field->key) == size && memcmp(field->key, key, size) == 0;
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

/* The fields of a file, and whether they stand below ids or in a list, and not at the top. */
struct table {
    const struct field *fields;
    size_t count;
    bool is_below;
};

static enum yaml_shape shape(const struct table *table, const char *key, size_t size)
{
    const struct field *field = find(table->fields, table->count, key, size);
    if (!field)
        return SHAPE_UNKNOWN;
    if (field->type == FIELD_MAP)
        return field->is_list ? SHAPE_GROUPS : SHAPE_GROUP;
    if (field->is_list)
        return SHAPE_TEXTS;
    return field->type == FIELD_URL ? SHAPE_ADDRESS : SHAPE_TEXT;
}

/* The field with this key in the groups under another one, or, with a size of 0, at the top. */
static const struct field *find_below(const struct table *table, const char *key, size_t size, const char *under,
                                      size_t under_size)
{
    const struct field *outer = under_size ? find(table->fields, table->count, under, under_size) : NULL;
    bool is_first = table->is_below ? !outer : !under_size;
    const struct field *fields = outer ? outer->members : is_first ? table->fields : NULL;
    size_t count = outer ? outer->member_count : is_first ? table->count : 0;
    for (size_t i = 0; i < count; i++)
        if (is_key(&fields[i], key, size))
            return &fields[i];
    return NULL;
}

static bool belongs(const struct table *table, const char *key, size_t size, const char *under, size_t under_size)
{
    return find_below(table, key, size, under, under_size) != NULL;
}

static bool closed(const struct table *table, const char *key, size_t size, const char *under, size_t under_size)
{
    const struct field *field = find_below(table, key, size, under, under_size);
    return field && field->type != FIELD_TEXT && field->type != FIELD_MAP;
}

/* The names of one table; functions have no other way to know which. */
#define NAMES(name, table_fields, table_count, table_is_below)                                                         \
    static const struct table name##_table = {table_fields, table_count, table_is_below};                              \
    static enum yaml_shape name##_shape(const char *key, size_t size)                                                  \
    {                                                                                                                  \
        return shape(&name##_table, key, size);                                                                        \
    }                                                                                                                  \
    static bool name##_belongs(const char *key, size_t size, const char *under, size_t under_size)                     \
    {                                                                                                                  \
        return belongs(&name##_table, key, size, under, under_size);                                                   \
    }                                                                                                                  \
    static bool name##_closed(const char *key, size_t size, const char *under, size_t under_size)                      \
    {                                                                                                                  \
        return closed(&name##_table, key, size, under, under_size);                                                    \
    }                                                                                                                  \
    const struct yaml_names name##_names = {name##_shape, name##_belongs, name##_closed}

NAMES(case, case_fields, CASE_FIELDS, false);
NAMES(page, page_fields, PAGE_MEMBERS, false);
NAMES(setting, setting_fields, SETTING_MEMBERS, false);
NAMES(lens, lens_fields, LENS_MEMBERS, false);
NAMES(term, term_fields, TERM_MEMBERS, true);
NAMES(measure, measure_fields, MEASURE_MEMBERS, true);
NAMES(synonym, synonym_fields, GROUP_MEMBERS, true);
