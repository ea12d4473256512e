#include "indexer/content/value.h"

#include <string.h>

#include "indexer/base/slug.h"
#include "indexer/base/yaml_write.h"
#include "indexer/content/ask.h"
#include "indexer/content/codes.h"
#include "indexer/content/meant_address.h"
#include "indexer/content/meant_date.h"
#include "indexer/content/meant_number.h"
#include "indexer/content/nearest.h"
#include "indexer/content/scalars.h"
#include "indexer/content/shape.h"

enum { KEYS_LISTED = 12, YEAR_FIRST = 1900, YEAR_LAST = 2199 };

/* Gives the report that was just made what was meant: the edit, or the question. */
static void offer(const struct value_reader *reader, const struct answer *answer, struct meant meant)
{
    const struct yaml_node *node = answer->node;
    if (meant.text && node->span)
        diagnostics_offer(reader->diagnostics, answer_place(answer),
                          yaml_scalar(reader->arena, meant.text, strlen(meant.text), node->in_brackets), meant.safe,
                          meant.remark);
}

/* What a text or a term may be is a matter of limits, which are looked at later (value_check.h). */
static bool read_text(const struct value_reader *reader, const struct answer *answer, struct value *value)
{
    (void)reader;
    (void)answer;
    (void)value;
    return true;
}

static bool has_date_form(const char *text)
{
    size_t length = strlen(text);
    return (length == 4 || length == 7 || length == 10) && strspn(text, "0123456789-") == length &&
           (length < 5 || text[4] == '-') && (length < 8 || text[7] == '-');
}

static bool read_date(const struct value_reader *reader, const struct answer *answer, struct value *value)
{
    const char *text = answer->node->text;
    (void)value;
    if (scalar_date(text))
        return true;
    struct meant meant = meant_date(reader->arena, text, strcmp(answer->field->key, "end") == 0);
    if (!meant.text && has_date_form(text))
        report(reader->diagnostics, CODE_NO_SUCH_DATE, answer->node->place, "check the day, the month and the year",
               "\"%s\" is not a date that exists", text);
    else
        report(reader->diagnostics, CODE_DATE, answer->node->place, meant.remark,
               "\"%s\" is not how dates are written here", text);
    offer(reader, answer, meant);
    return false;
}

/* Whether this is the first figure of an outcome with a sign of percent, and nothing says its unit. */
static bool lacks_unit(const struct value_reader *reader, const struct answer *answer)
{
    const struct yaml_node *map = answer->map;
    if (yaml_get(map, "unit") || !(yaml_get(map, "measure") || yaml_get(map, "measure_id")))
        return false;
    for (size_t i = 0; i < map->count && &map->entries[i] != answer->entry; i++)
        if (map->entries[i].value->kind == TREE_SCALAR &&
            meant_number(reader->arena, map->entries[i].value->text).percent)
            return false;
    return true;
}

/* The figure and, where the outcome has no unit, one with the sign that stood behind it, so that it is not lost. */
static void offer_percent(const struct value_reader *reader, const struct answer *answer, struct meant meant)
{
    const char *unit = yaml_text(answer->map, "unit", "");
    int indentation = (int)answer->entry->key_place.column - 1;
    bool brackets = answer->node->in_brackets;
    if (lacks_unit(reader, answer)) {
        meant.text = brackets ? arena_format(reader->arena, "%s, unit: \"%%\"", meant.text)
                              : arena_format(reader->arena, "%s\n%*sunit: \"%%\"", meant.text, indentation, "");
        if (answer->node->span)
            diagnostics_offer(reader->diagnostics, answer_place(answer), meant.text, true, NULL);
        return;
    }
    meant.safe = meant.safe && strstr(unit, "%");
    offer(reader, answer, meant);
}

static bool read_number(const struct value_reader *reader, const struct answer *answer, struct value *value)
{
    const char *text = answer->node->text;
    if (scalar_number(text, &value->number)) {
        value->kind = VALUE_NUMBER;
        return true;
    }
    struct meant_number number = meant_number(reader->arena, text);
    report(reader->diagnostics, CODE_NUMBER, answer->node->place, number.meant.remark, "\"%s\" is not a plain number",
           text);
    if (number.percent)
        offer_percent(reader, answer, number.meant);
    else
        offer(reader, answer, number.meant);
    return false;
}

static bool is_whole(const char *text)
{
    return strspn(text, "0123456789") == strlen(text);
}

static bool read_count(const struct value_reader *reader, const struct answer *answer, struct value *value)
{
    const char *text = answer->node->text;
    if (scalar_number(text, &value->number) && !is_whole(text)) {
        report(reader->diagnostics, CODE_WHOLE, answer->node->place, "how many are they, in digits only?",
               "\"%s\" is not a whole number of at least 0", text);
        return false;
    }
    return read_number(reader, answer, value);
}

static bool read_year(const struct value_reader *reader, const struct answer *answer, struct value *value)
{
    const char *text = answer->node->text;
    if (scalar_number(text, &value->number) && strlen(text) == 4 && value->number >= YEAR_FIRST &&
        value->number <= YEAR_LAST) {
        value->kind = VALUE_NUMBER;
        return true;
    }
    struct meant meant = meant_year(reader->arena, text);
    report(reader->diagnostics, CODE_YEAR, answer->node->place, meant.remark, "\"%s\" is not a year", text);
    offer(reader, answer, meant);
    return false;
}

static bool read_yes_no(const struct value_reader *reader, const struct answer *answer, struct value *value)
{
    bool truth = false;
    if (scalar_yes_no(answer->node->text, &truth)) {
        value->kind = VALUE_NUMBER;
        value->number = truth;
        return true;
    }
    struct meant meant = meant_yes_no(reader->arena, answer->node->text);
    report(reader->diagnostics, CODE_YES_NO, answer->node->place, meant.remark, "\"%s\" is neither yes nor no",
           answer->node->text);
    offer(reader, answer, meant);
    return false;
}

static bool read_url(const struct value_reader *reader, const struct answer *answer, struct value *value)
{
    (void)value;
    const char *fault = scalar_url_fault(answer->node->text);
    if (!fault)
        return true;
    struct meant meant = meant_url(reader->arena, answer->node->text);
    report(reader->diagnostics, CODE_ADDRESS, answer->node->place, meant.remark, "\"%s\" is not a web address: %s",
           answer->node->text, fault);
    offer(reader, answer, meant);
    return false;
}

static bool read_email(const struct value_reader *reader, const struct answer *answer, struct value *value)
{
    (void)value;
    if (scalar_email(answer->node->text))
        return true;
    struct meant meant = meant_email(reader->arena, answer->node->text);
    report(reader->diagnostics, CODE_EMAIL_ADDRESS, answer->node->place, meant.remark,
           "\"%s\" is not an e-mail address", answer->node->text);
    offer(reader, answer, meant);
    return false;
}

static bool read_case_id(const struct value_reader *reader, const struct answer *answer, struct value *value)
{
    (void)value;
    if (scalar_case_id(answer->node->text))
        return true;
    struct meant meant = meant_case_id(reader->arena, answer->node->text);
    if (meant.text && answer->field->type != FIELD_REFERENCE)
        meant.remark = NULL;
    report(reader->diagnostics, CODE_ID, answer->node->place, meant.remark,
           answer->field->type == FIELD_REFERENCE ? "\"%s\" cannot be the id of a case study"
                                                  : "\"%s\" cannot be an id",
           answer->node->text);
    offer(reader, answer, meant);
    return false;
}

static bool read_reference(const struct value_reader *reader, const struct answer *answer, struct value *value)
{
    return scalar_url(answer->node->text) || read_case_id(reader, answer, value);
}

/* How a scalar of each type is read; false after a report. */
static bool (*const scalar_readers[FIELD_TYPE_COUNT])(const struct value_reader *, const struct answer *,
                                                      struct value *) = {
    [FIELD_TEXT] = read_text,           [FIELD_TERM] = read_text,
    [FIELD_DATE] = read_date,           [FIELD_NUMBER] = read_number,
    [FIELD_COUNT] = read_count,         [FIELD_YEAR] = read_year,
    [FIELD_YES_NO] = read_yes_no,       [FIELD_URL] = read_url,
    [FIELD_EMAIL] = read_email,         [FIELD_CASE_ID] = read_case_id,
    [FIELD_REFERENCE] = read_reference,
};

static bool is_empty(const struct yaml_node *node)
{
    if (node->kind != TREE_SCALAR)
        return node->count == 0;
    return !*node->text || (!node->quoted && (strcmp(node->text, "~") == 0 || strcmp(node->text, "null") == 0));
}

static void read_one(const struct value_reader *reader, const struct answer *answer, struct value *value)
{
    const struct yaml_node *node = answer->node;
    value->place = node->place;
    value->span = node->span;
    value->in_brackets = node->in_brackets;
    if ((answer->field->type == FIELD_MAP) != (node->kind == TREE_MAP) || node->kind == TREE_LIST) {
        shape_report(reader->arena, answer, reader->vocabularies, reader->diagnostics);
        return;
    }
    if (node->kind == TREE_MAP) {
        value->kind = VALUE_MAP;
        value->count = answer->field->member_count;
        value->items = arena_array(reader->arena, answer->field->member_count, sizeof *value->items);
        values_read(reader, answer->field->members, answer->field->member_count, node, value->items);
        return;
    }
    struct value read = *value;
    read.kind = VALUE_TEXT;
    read.text = node->text;
    read.padded = node->padded;
    if (scalar_readers[answer->field->type](reader, answer, &read))
        *value = read;
}

static void read_list(const struct value_reader *reader, const struct answer *answer, struct value *value)
{
    const struct yaml_node *node = answer->node;
    value->place = node->place;
    if (node->kind != TREE_LIST) {
        shape_report(reader->arena, answer, reader->vocabularies, reader->diagnostics);
        return;
    }
    value->kind = VALUE_LIST;
    value->items = arena_array(reader->arena, node->count ? node->count : 1, sizeof *value->items);
    for (size_t i = 0; i < node->count; i++) {
        struct answer item = *answer;
        struct value read = {0};
        item.node = node->items[i];
        if (item.node->doubtful)
            continue;
        if (is_empty(item.node)) {
            report(reader->diagnostics, CODE_NO_ANSWER, item.node->place, "write it, or take it out",
                   "an item of \"%s\" is empty", answer->field->key);
            continue;
        }
        read_one(reader, &item, &read);
        if (read.kind != VALUE_NONE)
            value->items[value->count++] = read;
    }
    value->written = node->count;
}

static bool has_key(const struct yaml_node *map, const char *key)
{
    return yaml_get(map, key) != NULL;
}

/* The key in letters and underscores alone: without quotation marks, capitals, blanks and dashes of any kind. */
static const char *as_key(struct arena *arena, const char *written)
{
    char *key = arena_string(arena, slug_of(arena, written));
    for (char *at = key; *at; at++)
        if (*at == '-')
            *at = '_';
    return key;
}

/* The key that is meant by one that is none, or NULL. *sure: it is spelt otherwise, and nothing else is as near. */
static const char *key_meant(struct arena *arena, const struct string_list *keys, const char *written, bool *sure)
{
    const char *plain = as_key(arena, written);
    *sure = string_list_have(keys, plain);
    return *sure ? plain : nearest_alone(written, keys->items, keys->count, sure);
}

/* The key that was probably meant counts as written, so that it is not reported as missing too. */
static void unknown_key(const struct value_reader *reader, const struct field *fields, size_t count,
                        const struct yaml_node *map, const struct yaml_entry *entry, struct value *values)
{
    struct string_list keys = {0};
    bool sure = false;
    for (size_t i = 0; i < count; i++)
        string_list_add(reader->arena, &keys, fields[i].key);
    const char *near = key_meant(reader->arena, &keys, entry->key, &sure);
    bool taken = near && has_key(map, near);
    const char *help = taken  ? arena_format(reader->arena, "%s: is there already; put both together", near)
                       : near ? arena_format(reader->arena, "did you mean %s?", near)
                       : count <= KEYS_LISTED ? arena_format(reader->arena, "the keys here are %s",
                                                             string_list_join(reader->arena, &keys, ", "))
                                              : "take it out, or put what it says into a section of the text";
    report(reader->diagnostics, CODE_UNKNOWN_KEY, entry->key_place, help, "unknown key \"%s\"", entry->key);
    if (near && !taken)
        diagnostics_fix(reader->diagnostics, entry->key_place, near, sure);
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
            unknown_key(reader, fields, count, map, entry, values);
            continue;
        }
        struct answer answer = {&fields[at], entry->value, entry, map};
        values[at].place = entry->key_place;
        values[at].unanswered = is_empty(entry->value);
        if (values[at].unanswered || entry->value->doubtful)
            continue;
        if (fields[at].is_list)
            read_list(reader, &answer, &values[at]);
        else
            read_one(reader, &answer, &values[at]);
    }
}
