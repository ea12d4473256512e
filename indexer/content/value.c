#include "indexer/content/value.h"

#include <string.h>

#include "indexer/base/utf8.h"
#include "indexer/content/codes.h"
#include "indexer/content/nearest.h"
#include "indexer/content/scalars.h"

enum { TERMS_LISTED = 12, YEAR_FIRST = 1900, YEAR_LAST = 2199 };

static bool read_text(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                      struct value *value)
{
    (void)value;
    size_t length = utf8_length(node->text, strlen(node->text));
    if (length < field->shortest) {
        report(reader->diagnostics, CODE_TOO_SHORT, node->place, field->help,
               "\"%s\" has %zu characters; it needs at least %zu", field->key, length, field->shortest);
        return false;
    }
    if (field->longest && length > field->longest) {
        report(reader->diagnostics, CODE_TOO_LONG, node->place,
               arena_format(reader->arena, "take out %zu characters", length - field->longest),
               "\"%s\" has %zu characters; it may have %zu", field->key, length, field->longest);
        return false;
    }
    return true;
}

/* The term whose id, label or search word is what was written, or nearly. */
static const struct term *guess_term(struct arena *arena, const struct vocabulary *vocabulary, const char *written)
{
    struct string_list names = {0};
    struct string_list ids = {0};
    for (size_t i = 0; i < vocabulary->count; i++) {
        const struct term *term = &vocabulary->terms[i];
        string_list_add(arena, &names, term->id);
        string_list_add(arena, &ids, term->id);
        string_list_add(arena, &names, term->label);
        string_list_add(arena, &ids, term->id);
        for (size_t j = 0; j < term->search_words.count; j++) {
            string_list_add(arena, &names, term->search_words.items[j]);
            string_list_add(arena, &ids, term->id);
        }
    }
    const char *near = nearest(written, names.items, names.count);
    for (size_t i = 0; near && i < names.count; i++)
        if (names.items[i] == near)
            return vocabulary_term(vocabulary, ids.items[i]);
    return NULL;
}

static const char *term_help(struct arena *arena, const struct vocabulary *vocabulary, const char *written)
{
    const struct term *term = guess_term(arena, vocabulary, written);
    if (term)
        return arena_format(arena, "did you mean %s (%s)?", term->id, term->label);
    if (vocabulary->count > TERMS_LISTED)
        return arena_format(arena, "content/vocabulary/%s.yaml lists the %zu terms and when to use them",
                            vocabulary->name, vocabulary->count);
    struct string_list ids = {0};
    for (size_t i = 0; i < vocabulary->count; i++)
        string_list_add(arena, &ids, vocabulary->terms[i].id);
    return arena_format(arena, "use one of: %s", string_list_join(arena, &ids, ", "));
}

static bool read_term(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                      struct value *value)
{
    (void)value;
    const struct vocabulary *vocabulary = vocabulary_find(reader->vocabularies, field->vocabulary);
    if (!vocabulary || vocabulary_term(vocabulary, node->text))
        return vocabulary != NULL;
    report(reader->diagnostics, CODE_UNKNOWN_TERM, node->place, term_help(reader->arena, vocabulary, node->text),
           "\"%s\" is not a term of %s", node->text, field->key);
    return false;
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
    (void)field;
    (void)value;
    if (scalar_case_id(node->text))
        return true;
    report(reader->diagnostics, CODE_ID, node->place, "write the file's name without .md, such as barbers-in-leeds",
           "\"%s\" cannot be the id of a case study", node->text);
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
    [FIELD_TEXT] = read_text,           [FIELD_TERM] = read_term,
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

/* The field as it could stand in a file, over several lines if it needs them. */
static const char *field_example(struct arena *arena, const struct field *field)
{
    const char *example = field->example ? field->example : "text";
    return arena_format(arena, "%s:%s%s", field->key, *example == '\n' ? "" : " ", example);
}

static const char *shape_help(struct arena *arena, const struct field *field)
{
    return arena_format(arena, "write %s", field_example(arena, field));
}

static void wrong_shape(const struct value_reader *reader, const struct field *field, const struct yaml_node *node,
                        const char *wanted)
{
    static const char *const names[] = {
        [TREE_SCALAR] = "a text", [TREE_LIST] = "a list", [TREE_MAP] = "a group of answers"};
    const char *help = shape_help(reader->arena, field);
    if (field->is_list && node->kind == TREE_SCALAR && field->type != FIELD_MAP)
        help = arena_format(reader->arena, "write %s: [%s]", field->key, node->text);
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
        values_require(reader, field->members, field->member_count, value->items, node->place, NULL);
        return;
    }
    if (node->kind != TREE_SCALAR) {
        wrong_shape(reader, field, node, "one text");
        return;
    }
    struct value read = {.kind = VALUE_TEXT, .place = node->place, .text = node->text};
    if (scalar_readers[field->type](reader, field, node, &read))
        *value = read;
}

static bool same_item(const struct value *a, const struct value *b)
{
    return a->kind == VALUE_TEXT && b->kind == VALUE_TEXT && strcmp(a->text, b->text) == 0;
}

static void check_items(const struct value_reader *reader, const struct field *field, const struct value *list,
                        size_t written)
{
    if (written < field->least || (field->most && written > field->most))
        report(reader->diagnostics, CODE_ITEMS, list->place,
               field->most && written > field->most ? "keep the ones that matter most"
                                                    : shape_help(reader->arena, field),
               field->most ? "\"%s\" has %zu items; it should have %zu to %zu"
                           : "\"%s\" has %zu items; it should have at least %zu",
               field->key, written, field->least, field->most);
    for (size_t i = 1; i < list->count; i++)
        for (size_t j = 0; j < i; j++)
            if (same_item(&list->items[i], &list->items[j])) {
                report(reader->diagnostics, CODE_REPEATED, list->items[i].place, "take one out",
                       "\"%s\" stands twice in %s", list->items[i].text, field->key);
                break;
            }
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
    check_items(reader, field, value, node->count);
}

/* The key that was probably meant counts as written, so that it is not reported as missing too. */
static void unknown_key(const struct value_reader *reader, const struct field *fields, size_t count,
                        const struct yaml_entry *entry, struct value *values)
{
    struct string_list keys = {0};
    for (size_t i = 0; i < count; i++)
        string_list_add(reader->arena, &keys, fields[i].key);
    const char *near = nearest(entry->key, keys.items, keys.count);
    const char *help = near                    ? arena_format(reader->arena, "did you mean %s?", near)
                       : count <= TERMS_LISTED ? arena_format(reader->arena, "the keys here are %s",
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

void values_require(const struct value_reader *reader, const struct field *fields, size_t count,
                    const struct value *values, struct place place, const struct string_list *broken)
{
    for (size_t i = 0; i < count; i++) {
        bool was_written = values[i].place.line != 0;
        if (fields[i].need != FIELD_REQUIRED || was_written || (broken && string_list_have(broken, fields[i].key)))
            continue;
        const char *help = fields[i].example ? arena_format(reader->arena, "%s; for example %s", fields[i].help,
                                                            field_example(reader->arena, &fields[i]))
                                             : fields[i].help;
        report(reader->diagnostics, CODE_MISSING, place, help, "\"%s\" is missing", fields[i].key);
    }
}
