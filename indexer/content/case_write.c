#include "indexer/content/case_write.h"

#include <string.h>

#include "indexer/base/yaml_write.h"
#include "indexer/content/scalars.h"

enum { UNKNOWN_MAX = 20 };

/* What one file is written with. */
struct writing {
    struct text *out;
    struct arena *arena;
    const struct vocabularies *vocabularies;
    struct string_list *unknown;
};

static void write_entries(const struct writing *writing, const struct field *fields, size_t count,
                          const struct yaml_node *map, int indentation);

static void add_indentation(struct text *out, int indentation)
{
    text_format(out, "%*s", indentation, "");
}

static void write_scalar(const struct writing *writing, const struct yaml_node *node, bool in_list)
{
    text_add(writing->out, yaml_scalar(writing->arena, node->text, strlen(node->text), in_list));
}

static bool are_terms(const struct yaml_node *list, const struct field *field)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i]->kind != TREE_SCALAR)
            return false;
    return field->type == FIELD_TERM || field->type == FIELD_REFERENCE || field->type == FIELD_CASE_ID;
}

/* "[cvd, housing]" */
static void write_terms(const struct writing *writing, const struct yaml_node *list)
{
    text_add(writing->out, " [");
    for (size_t i = 0; i < list->count; i++) {
        text_add(writing->out, i ? ", " : "");
        write_scalar(writing, list->items[i], true);
    }
    text_add(writing->out, "]\n");
}

/* Behind "- " the first entry of a map stands in the same line; the blanks of its indentation give way to the hyphen. */
static void write_item(const struct writing *writing, const struct field *field, const struct yaml_node *item,
                       int indentation)
{
    if (item->kind == TREE_SCALAR) {
        add_indentation(writing->out, indentation);
        text_add(writing->out, "- ");
        write_scalar(writing, item, false);
        text_char(writing->out, '\n');
        return;
    }
    size_t from = writing->out->size;
    write_entries(writing, field->members, field->member_count, item, indentation + 2);
    if (writing->out->size == from)
        text_format(writing->out, "%*s- {}\n", indentation, "");
    else
        writing->out->data[from + (size_t)indentation] = '-';
}

static void write_list(const struct writing *writing, const struct field *field, const struct yaml_node *list,
                       int indentation)
{
    if (!list->count || are_terms(list, field)) {
        write_terms(writing, list);
        return;
    }
    text_char(writing->out, '\n');
    for (size_t i = 0; i < list->count; i++)
        write_item(writing, field, list->items[i], indentation + 2);
}

static void write_field(const struct writing *writing, const struct field *field, const struct yaml_node *node,
                        int indentation)
{
    add_indentation(writing->out, indentation);
    text_format(writing->out, "%s:", field->key);
    if (node->kind == TREE_LIST) {
        write_list(writing, field, node, indentation);
    } else if (node->kind == TREE_MAP) {
        text_char(writing->out, '\n');
        write_entries(writing, field->members, field->member_count, node, indentation + 2);
    } else {
        text_char(writing->out, ' ');
        write_scalar(writing, node, false);
        text_char(writing->out, '\n');
    }
}

/* Whether a shared measure says this of an outcome, so that the file need not. */
static bool is_filled(const struct writing *writing, const struct field *field, const struct yaml_node *map)
{
    const struct field *outcome = case_fields[CASE_OUTCOMES].members;
    const struct measure *measure = vocabulary_measure(writing->vocabularies, yaml_text(map, "measure_id", ""));
    const char *says = !measure                             ? NULL
                       : field == &outcome[OUTCOME_MEASURE] ? measure->label
                       : field == &outcome[OUTCOME_UNIT]    ? measure->unit
                       : field == &outcome[OUTCOME_BETTER]  ? measure->better
                                                            : NULL;
    return says && strcmp(says, yaml_text(map, field->key, "")) == 0;
}

/* A stranger's file may have any number of them. */
static void note_key(struct arena *arena, struct string_list *unknown, const char *key)
{
    if (unknown->count < UNKNOWN_MAX && !string_list_have(unknown, key))
        string_list_add(arena, unknown, key);
}

static void note_unknown(const struct writing *writing, const struct field *fields, size_t count,
                         const struct yaml_node *map, const struct string_list *known)
{
    for (size_t i = 0; map->kind == TREE_MAP && i < map->count; i++) {
        const char *key = map->entries[i].key;
        if (field_find(fields, count, key) == count && !(known && string_list_have(known, key)))
            note_key(writing->arena, writing->unknown, key);
    }
}

/* A list of lists, or a map where the table has none, is written as nothing, which is not the same as was read. */
static void write_entries(const struct writing *writing, const struct field *fields, size_t count,
                          const struct yaml_node *map, int indentation)
{
    for (size_t i = 0; i < count; i++) {
        const struct yaml_node *node = yaml_get(map, fields[i].key);
        if (node && !is_filled(writing, &fields[i], map))
            write_field(writing, &fields[i], node, indentation);
    }
    note_unknown(writing, fields, count, map, NULL);
}

void case_write(struct text *out, struct arena *arena, const struct vocabularies *vocabularies,
                const struct yaml_node *answers, const char *body, const struct string_list *known,
                struct string_list *unknown)
{
    const struct writing writing = {out, arena, vocabularies, unknown};
    text_add(out, "---\n");
    for (size_t i = 0; i < CASE_FIELDS; i++) {
        const struct yaml_node *node = yaml_get(answers, case_fields[i].key);
        if (node)
            write_field(&writing, &case_fields[i], node, 0);
    }
    text_add(out, "---\n");
    text_add(out, body);
    note_unknown(&writing, case_fields, CASE_FIELDS, answers, known);
}

void case_write_answer(struct text *out, struct arena *arena, const struct vocabularies *vocabularies,
                       const struct field *field, const struct yaml_node *node, struct string_list *unknown)
{
    const struct writing writing = {out, arena, vocabularies, unknown};
    write_field(&writing, field, node, 0);
}

static bool same_map(const struct yaml_node *map, const struct field *fields, size_t count, const struct value *values,
                     const char **key);

static bool same_scalar(const struct yaml_node *node, const struct value *value)
{
    double number = 0;
    bool truth = false;
    if (value->kind == VALUE_TEXT)
        return strcmp(node->text, value->text) == 0;
    if (value->kind != VALUE_NUMBER)
        return false;
    if (scalar_yes_no(node->text, &truth))
        return value->number == truth;
    return scalar_number(node->text, &number) && !(number < value->number) && !(number > value->number);
}

static bool same_item(const struct yaml_node *node, const struct field *field, const struct value *value)
{
    const char *key = NULL;
    if (node->kind == TREE_SCALAR)
        return same_scalar(node, value);
    return node->kind == TREE_MAP && value->kind == VALUE_MAP &&
           same_map(node, field->members, field->member_count, value->items, &key);
}

static bool same_value(const struct yaml_node *node, const struct field *field, const struct value *value)
{
    if (node->kind != TREE_LIST)
        return same_item(node, field, value);
    if (value->kind != VALUE_LIST || value->count != node->count)
        return false;
    for (size_t i = 0; i < node->count; i++)
        if (!same_item(node->items[i], field, &value->items[i]))
            return false;
    return true;
}

static bool same_map(const struct yaml_node *map, const struct field *fields, size_t count, const struct value *values,
                     const char **key)
{
    for (size_t i = 0; i < count; i++) {
        const struct yaml_node *node = yaml_get(map, fields[i].key);
        *key = fields[i].key;
        if (node ? !same_value(node, &fields[i], &values[i]) : values[i].kind != VALUE_NONE)
            return false;
    }
    return true;
}

bool case_write_same(const struct yaml_node *answers, const struct value *values, const char **key)
{
    return same_map(answers, case_fields, CASE_FIELDS, values, key);
}
