#include "indexer/content/value.h"

#include <string.h>

#include "indexer/base/yaml_write.h"
#include "indexer/content/codes.h"
#include "indexer/content/nearest.h"
#include "indexer/content/scalars.h"

enum { KEYS_LISTED = 12, WORDS_LONGEST = 60, YEAR_FIRST = 1900, YEAR_LAST = 2199 };

/* What a text or a term may be is a matter of limits, which are looked at later (value_check.h). */
static bool read_text(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                      struct value *value)
{
    (void)reader;
    (void)field;
    (void)node;
    (void)value;
    return true;
}

static bool read_date(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                      struct value *value)
{
    (void)value;
    if (scalar_date(node->text))
        return true;
    const char *meant = scalar_suggest_date(reader->arena, node->text);
    report(reader->diagnostics, CODE_DATE, node->place,
           meant ? arena_format(reader->arena, "write %s: %s", field->key, meant)
                 : "write YYYY, YYYY-MM or YYYY-MM-DD, such as 2024-03-31",
           "\"%s\" %s", node->text, meant ? "is not how dates are written here" : "is not a date that exists");
    return false;
}

static bool read_number(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                        struct value *value)
{
    if (scalar_number(node->text, &value->number)) {
        value->kind = VALUE_NUMBER;
        return true;
    }
    const char *meant = scalar_suggest_number(reader->arena, node->text);
    report(reader->diagnostics, CODE_NUMBER, node->place,
           meant ? arena_format(reader->arena, "write %s: %s", field->key, meant)
                 : "write digits only, such as 45000 or 3.5",
           "\"%s\" is not a plain number", node->text);
    return false;
}

static bool read_count(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                       struct value *value)
{
    if (!read_number(reader, field, node, value))
        return false;
    if (strspn(node->text, "0123456789") == strlen(node->text))
        return true;
    report(reader->diagnostics, CODE_NUMBER, node->place, "write a whole number, such as 1200",
           "\"%s\" is not a whole number of at least 0", node->text);
    return false;
}

static bool read_year(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                      struct value *value)
{
    (void)field;
    if (scalar_number(node->text, &value->number) && strlen(node->text) == 4 && value->number >= YEAR_FIRST &&
        value->number <= YEAR_LAST) {
        value->kind = VALUE_NUMBER;
        return true;
    }
    report(reader->diagnostics, CODE_DATE, node->place, "write four digits, such as 2024", "\"%s\" is not a year",
           node->text);
    return false;
}

static bool read_yes_no(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                        struct value *value)
{
    bool truth = false;
    if (scalar_yes_no(node->text, &truth)) {
        value->kind = VALUE_NUMBER;
        value->number = truth;
        return true;
    }
    report(reader->diagnostics, CODE_YES_NO, node->place,
           arena_format(reader->arena, "write %s: true or %s: false", field->key, field->key),
           "\"%s\" is neither yes nor no", node->text);
    return false;
}

static bool read_url(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                     struct value *value)
{
    (void)value;
    if (scalar_url(node->text))
        return true;
    report(reader->diagnostics, CODE_ADDRESS, node->place,
           strncmp(node->text, "www.", 4) == 0
               ? arena_format(reader->arena, "write %s: https://%s", field->key, node->text)
               : "copy the whole address from the browser, from https:// on, without blanks",
           "\"%s\" is not a web address", node->text);
    return false;
}

static bool read_email(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                       struct value *value)
{
    (void)field;
    (void)value;
    if (scalar_email(node->text))
        return true;
    report(reader->diagnostics, CODE_ADDRESS, node->place, "write name@example.org", "\"%s\" is not an e-mail address",
           node->text);
    return false;
}

static bool read_case_id(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                         struct value *value)
{
    (void)value;
    if (scalar_case_id(node->text))
        return true;
    bool is_case = field->type == FIELD_REFERENCE;
    report(reader->diagnostics, CODE_ID, node->place,
           is_case ? "write the file's name without .md, such as barbers-in-leeds"
                   : "write lower-case words with single hyphens, such as barbers-in-leeds",
           is_case ? "\"%s\" cannot be the id of a case study" : "\"%s\" cannot be an id", node->text);
    return false;
}

static bool read_reference(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                           struct value *value)
{
    return scalar_url(node->text) || read_case_id(reader, field, node, value);
}

/* How a scalar of each type is read; false after a report. */
static bool (*const scalar_readers[FIELD_TYPE_COUNT])(const struct value_reader *, const struct field *,
                                                      const struct yaml_node *, struct value *) = {
    [FIELD_TEXT] = read_text,           [FIELD_TERM] = read_text,
    [FIELD_DATE] = read_date,           [FIELD_NUMBER] = read_number,
    [FIELD_COUNT] = read_count,         [FIELD_YEAR] = read_year,
    [FIELD_YES_NO] = read_yes_no,       [FIELD_URL] = read_url,
    [FIELD_EMAIL] = read_email,         [FIELD_CASE_ID] = read_case_id,
    [FIELD_REFERENCE] = read_reference,
};

static bool is_empty(const struct yaml_node *node)
{
    return node->kind == TREE_SCALAR ? !*node->text : node->count == 0;
}

/* Commas part terms and short words; a sentence with commas is one item. */
static const char *as_items(struct arena *arena, const struct field *field, const char *text)
{
    bool short_words = field->type != FIELD_TEXT || (field->longest && field->longest <= WORDS_LONGEST);
    bool plain = short_words && !strpbrk(text, ":#[]{}\"\\\n");
    return plain ? text : yaml_scalar(arena, text, strlen(text), true);
}

static void wrong_shape(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                        const char *wanted)
{
    static const char *const names[] = {
        [TREE_SCALAR] = "a text", [TREE_LIST] = "a list", [TREE_MAP] = "a group of answers"};
    const char *help = arena_format(reader->arena, "write %s", field_example(reader->arena, field));
    if (field->is_list && node->kind == TREE_SCALAR && field->type != FIELD_MAP)
        help = arena_format(reader->arena, "write %s: [%s]", field->key, as_items(reader->arena, field, node->text));
    report(reader->diagnostics, CODE_SHAPE, node->place, help, "\"%s\" is %s here; it should be %s", field->key,
           names[node->kind], wanted);
}

static void read_one(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                     struct value *value)
{
    value->place = node->place;
    if (field->type == FIELD_MAP) {
        if (node->kind != TREE_MAP) {
            wrong_shape(reader, field, node, "a group of answers, each on its own line below it");
            return;
        }
        value->kind = VALUE_MAP;
        value->count = field->member_count;
        value->items = arena_array(reader->arena, field->member_count, sizeof *value->items);
        values_read(reader, field->members, field->member_count, node, value->items);
        return;
    }
    if (node->kind != TREE_SCALAR) {
        wrong_shape(reader, field, node, "one text");
        return;
    }
    struct value read = {.kind = VALUE_TEXT, .place = node->place, .text = node->text, .padded = node->padded};
    if (scalar_readers[field->type](reader, field, node, &read))
        *value = read;
}

static void read_list(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                      struct value *value)
{
    value->place = node->place;
    if (node->kind != TREE_LIST) {
        wrong_shape(reader, field, node, "a list");
        return;
    }
    value->kind = VALUE_LIST;
    value->items = arena_array(reader->arena, node->count ? node->count : 1, sizeof *value->items);
    for (size_t i = 0; i < node->count; i++) {
        struct value item = {0};
        read_one(reader, field, node->items[i], &item);
        if (item.kind != VALUE_NONE)
            value->items[value->count++] = item;
    }
    value->written = node->count;
}

/* The key that was probably meant counts as written, so that it is not reported as missing too. */
static void unknown_key(const struct value_reader *reader, const struct field *fields, size_t count,
                        const struct yaml_entry *entry, struct value *values)
{
    struct string_list keys = {0};
    for (size_t i = 0; i < count; i++)
        string_list_add(reader->arena, &keys, fields[i].key);
    const char *near = nearest(entry->key, keys.items, keys.count);
    const char *help = near                   ? arena_format(reader->arena, "did you mean %s?", near)
                       : count <= KEYS_LISTED ? arena_format(reader->arena, "the keys here are %s",
                                                             string_list_join(reader->arena, &keys, ", "))
                                              : "take it out, or put what it says into a section of the text";
    report(reader->diagnostics, CODE_UNKNOWN_KEY, entry->key_place, help, "unknown key \"%s\"", entry->key);
    size_t meant = near ? field_find(fields, count, near) : count;
    if (meant < count && !values[meant].place.line)
        values[meant].place = entry->key_place;
}

void values_read(const struct value_reader *reader, const struct field *fields, size_t count,
                 const struct yaml_node *map, struct value *values)
{
    for (size_t i = 0; i < map->count; i++) {
        const struct yaml_entry *entry = &map->entries[i];
        size_t at = field_find(fields, count, entry->key);
        if (at == count) {
            unknown_key(reader, fields, count, entry, values);
            continue;
        }
        values[at].place = entry->key_place;
        if (is_empty(entry->value) && fields[at].need != FIELD_REQUIRED)
            continue;
        if (fields[at].is_list)
            read_list(reader, &fields[at], entry->value, &values[at]);
        else
            read_one(reader, &fields[at], entry->value, &values[at]);
    }
}
