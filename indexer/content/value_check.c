#include "indexer/content/value_check.h"

#include <string.h>

#include "indexer/base/utf8.h"
#include "indexer/content/codes.h"
#include "indexer/content/nearest.h"

enum { TERMS_LISTED = 12 };

static void check_text(const struct value_checker *checker, const struct field *field, const struct value *value)
{
    size_t length = utf8_length(value->text, strlen(value->text));
    if (length < field->shortest)
        report(checker->diagnostics, CODE_TOO_SHORT, value->place, field->help,
               "\"%s\" has %zu characters; it needs at least %zu", field->key, length, field->shortest);
    else if (field->longest && length > field->longest)
        report(checker->diagnostics, CODE_TOO_LONG, value->place,
               arena_format(checker->arena, "take out %zu characters", length - field->longest),
               "\"%s\" has %zu characters; it may have %zu", field->key, length, field->longest);
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

static void check_term(const struct value_checker *checker, const struct field *field, const struct value *value)
{
    const struct vocabulary *vocabulary = vocabulary_find(checker->vocabularies, field->vocabulary);
    if (vocabulary && !vocabulary_term(vocabulary, value->text))
        report(checker->diagnostics, CODE_UNKNOWN_TERM, value->place,
               term_help(checker->arena, vocabulary, value->text), "\"%s\" is not a term of %s", value->text,
               field->key);
}

static void check_one(const struct value_checker *checker, const struct field *field, const struct value *value)
{
    if (value->kind == VALUE_MAP) {
        values_check(checker, field->members, field->member_count, value->items);
        values_require(checker, field->members, field->member_count, value->items, value->place, NULL);
    } else if (value->kind == VALUE_TEXT && field->type == FIELD_TEXT) {
        check_text(checker, field, value);
    } else if (value->kind == VALUE_TEXT && field->type == FIELD_TERM) {
        check_term(checker, field, value);
    }
}

static bool same_item(const struct value *a, const struct value *b)
{
    return a->kind == VALUE_TEXT && b->kind == VALUE_TEXT && strcmp(a->text, b->text) == 0;
}

static void check_count(const struct value_checker *checker, const struct field *field, const struct value *list)
{
    bool too_many = field->most && list->written > field->most;
    if (list->written >= field->least && !too_many)
        return;
    report(checker->diagnostics, CODE_ITEMS, list->place,
           too_many ? "keep the ones that matter most"
                    : arena_format(checker->arena, "write %s", field_example(checker->arena, field)),
           field->most ? "\"%s\" has %zu items; it should have %zu to %zu"
                       : "\"%s\" has %zu items; it should have at least %zu",
           field->key, list->written, field->least, field->most);
}

static void check_list(const struct value_checker *checker, const struct field *field, const struct value *list)
{
    check_count(checker, field, list);
    for (size_t i = 0; i < list->count; i++)
        check_one(checker, field, &list->items[i]);
    for (size_t i = 1; i < list->count; i++)
        for (size_t j = 0; j < i; j++)
            if (same_item(&list->items[i], &list->items[j])) {
                report(checker->diagnostics, CODE_REPEATED, list->items[i].place, "take one out",
                       "\"%s\" stands twice in %s", list->items[i].text, field->key);
                break;
            }
}

void values_check(const struct value_checker *checker, const struct field *fields, size_t count,
                  const struct value *values)
{
    for (size_t i = 0; i < count; i++) {
        if (values[i].kind == VALUE_LIST)
            check_list(checker, &fields[i], &values[i]);
        else
            check_one(checker, &fields[i], &values[i]);
    }
}

/* The field's help and its example. */
static const char *missing_help(struct arena *arena, const struct field *field)
{
    return field->example ? arena_format(arena, "%s; for example %s", field->help, field_example(arena, field))
                          : field->help;
}

/* An empty text answers nothing; that a longer one is wanted is told by its length. */
static bool is_empty_answer(const struct field *field, const struct value *value)
{
    return value->kind == VALUE_TEXT && field->type == FIELD_TEXT && !field->shortest && !*value->text;
}

void values_require(const struct value_checker *checker, const struct field *fields, size_t count,
                    const struct value *values, struct place place, const struct string_list *broken)
{
    for (size_t i = 0; i < count; i++) {
        if (fields[i].need != FIELD_REQUIRED)
            continue;
        const char *help = missing_help(checker->arena, &fields[i]);
        if (is_empty_answer(&fields[i], &values[i]))
            report(checker->diagnostics, CODE_MISSING, values[i].place, help, "\"%s\" has no answer", fields[i].key);
        else if (!values[i].place.line && !(broken && string_list_have(broken, fields[i].key)))
            report(checker->diagnostics, CODE_MISSING, place, help, "\"%s\" is missing", fields[i].key);
    }
}
