#include "indexer/content/value_check.h"

#include <string.h>
#include <strings.h>

#include "indexer/base/ascii.h"
#include "indexer/base/utf8.h"
#include "indexer/base/yaml_write.h"
#include "indexer/content/ask.h"
#include "indexer/content/codes.h"
#include "indexer/content/term_meant.h"

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

/* The list that a value is an item of, or NULL. */
static bool is_listed(const struct value *list, const char *text)
{
    for (size_t i = 0; list && i < list->count; i++)
        if (list->items[i].kind == VALUE_TEXT && strcmp(list->items[i].text, text) == 0)
            return true;
    return false;
}

static struct place whole_place(const struct value *value)
{
    return (struct place){value->place.line, value->place.column, value->span};
}

/* Several terms in one item lack what parts them. */
static bool offer_several(const struct value_checker *checker, const struct vocabulary *vocabulary,
                          const struct value *value)
{
    const char *several =
        value->in_brackets && value->span ? term_meant_several(checker->arena, vocabulary, value->text) : NULL;
    if (several)
        diagnostics_offer(checker->diagnostics, whole_place(value), several, true, NULL);
    return several != NULL;
}

/* The term that may be meant, and when it is used. */
static const char *term_help(struct arena *arena, const struct term *term)
{
    const char *help = arena_format(arena, "did you mean %s (%s)?", term->id, term->label);
    return *term->definition ? arena_format(arena, "%s\n%s", help, term->definition) : help;
}

static void check_term(const struct value_checker *checker, const struct field *field, const struct value *value,
                       const struct value *list)
{
    const struct vocabulary *vocabulary = vocabulary_find(checker->vocabularies, field->vocabulary);
    if (!vocabulary || vocabulary_term(vocabulary, value->text))
        return;
    struct term_meant meant = term_meant(checker->arena, checker->vocabularies, vocabulary, value->text);
    bool taken = meant.term && is_listed(list, meant.term->id);
    report(checker->diagnostics, CODE_UNKNOWN_TERM, value->place,
           taken        ? arena_format(checker->arena, "take it out: %s stands here already", meant.term->id)
           : meant.term ? term_help(checker->arena, meant.term)
                        : ask_term(checker->arena, vocabulary),
           "\"%s\" is not a term of %s", value->text, field->key);
    if (!offer_several(checker, vocabulary, value) && meant.term && !taken && value->span)
        diagnostics_fix(checker->diagnostics, whole_place(value), meant.term->id, meant.safe);
}

/* `list` is the one that the value is an item of, or NULL. */
static void check_one(const struct value_checker *checker, const struct field *field, const struct value *value,
                      const struct value *list)
{
    if (value->kind == VALUE_MAP) {
        values_check(checker, field->members, field->member_count, value->items);
        values_require(checker, field->members, field->member_count, value->items, value->place, NULL);
    } else if (value->kind == VALUE_TEXT && field->type == FIELD_TEXT) {
        check_text(checker, field, value);
    } else if (value->kind == VALUE_TEXT && field->type == FIELD_TERM) {
        check_term(checker, field, value, list);
    }
}

static bool same_item(const struct value *a, const struct value *b)
{
    return a->kind == VALUE_TEXT && b->kind == VALUE_TEXT && strcasecmp(a->text, b->text) == 0;
}

static void check_count(const struct value_checker *checker, const struct field *field, const struct value *list)
{
    bool too_many = field->most && list->written > field->most;
    if (list->written >= field->least && !too_many)
        return;
    report(checker->diagnostics, CODE_ITEMS, list->place,
           too_many ? "keep the ones that matter most" : ask_answer(checker->arena, field, checker->vocabularies),
           field->most ? "\"%s\" has %zu items; it should have %zu to %zu"
                       : "\"%s\" has %zu items; it should have at least %zu",
           field->key, list->written, field->least, field->most);
}

/* An item of brackets goes with the comma before it: from the end of the item before to its own, on one line. */
static void offer_without(const struct value_checker *checker, const struct value *list, size_t at)
{
    const struct value *before = &list->items[at - 1];
    const struct value *item = &list->items[at];
    size_t from = before->place.column + before->span;
    size_t to = item->place.column + item->span;
    if (item->in_brackets && before->span && item->span && before->place.line == item->place.line && from < to)
        diagnostics_offer(checker->diagnostics, (struct place){item->place.line, from, to - from}, "", true, NULL);
}

static void check_repeated(const struct value_checker *checker, const struct field *field, const struct value *list,
                           size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (same_item(&list->items[at], &list->items[i])) {
            report(checker->diagnostics, CODE_REPEATED, list->items[at].place, "take one out",
                   "\"%s\" stands twice in %s", list->items[at].text, field->key);
            offer_without(checker, list, at);
            return;
        }
}

/* Every item as one text again, with the commas that parted them. */
static const char *joined(struct arena *arena, const struct value *list)
{
    struct string_list texts = {0};
    for (size_t i = 0; i < list->count; i++)
        string_list_add(arena, &texts, list->items[i].text);
    return string_list_join(arena, &texts, ", ");
}

/*
 * A sentence in brackets that a comma divides: an item behind another that is too short for one and begins with no
 * capital. Told once for the list, at the piece.
 */
static bool is_divided(const struct value_checker *checker, const struct field *field, const struct value *list)
{
    size_t at = 1;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].kind != VALUE_TEXT || !list->items[i].in_brackets)
            return false;
    while (at < list->count && (ascii_is_capital(*list->items[at].text) ||
                                utf8_length(list->items[at].text, strlen(list->items[at].text)) >= field->shortest))
        at++;
    if (field->type != FIELD_TEXT || at >= list->count)
        return false;
    const struct value *first = &list->items[0];
    const struct value *last = &list->items[list->count - 1];
    const char *text = joined(checker->arena, list);
    report(checker->diagnostics, CODE_TOO_SHORT, list->items[at].place,
           "put a sentence with a comma in quotation marks, or on a line of its own that begins with a hyphen",
           "in brackets a comma divides: here are %zu items, and \"%s\" is too short to be one", list->count,
           list->items[at].text);
    if (first->span && last->span && first->place.line == last->place.line)
        diagnostics_offer(checker->diagnostics,
                          (struct place){first->place.line, first->place.column,
                                         last->place.column + last->span - first->place.column},
                          yaml_framed(checker->arena, text, strlen(text)), false, "if it is one sentence");
    return true;
}

static void check_list(const struct value_checker *checker, const struct field *field, const struct value *list)
{
    check_count(checker, field, list);
    bool told = is_divided(checker, field, list);
    for (size_t i = 0; !told && i < list->count; i++)
        check_one(checker, field, &list->items[i], list);
    for (size_t i = 1; i < list->count; i++)
        check_repeated(checker, field, list, i);
}

void values_check(const struct value_checker *checker, const struct field *fields, size_t count,
                  const struct value *values)
{
    for (size_t i = 0; i < count; i++) {
        if (values[i].kind == VALUE_LIST)
            check_list(checker, &fields[i], &values[i]);
        else
            check_one(checker, &fields[i], &values[i], NULL);
    }
}

void values_require(const struct value_checker *checker, const struct field *fields, size_t count,
                    const struct value *values, struct place place, const struct string_list *broken)
{
    for (size_t i = 0; i < count; i++) {
        if (fields[i].need != FIELD_REQUIRED)
            continue;
        const char *help = ask_answer(checker->arena, &fields[i], checker->vocabularies);
        if (values[i].unanswered)
            report(checker->diagnostics, CODE_NO_ANSWER, values[i].place, help, "\"%s\" has no answer", fields[i].key);
        else if (!values[i].place.line && !(broken && string_list_have(broken, fields[i].key)))
            report(checker->diagnostics, CODE_MISSING, place,
                   arena_format(checker->arena, "add %s: (%s)", fields[i].key, help), "\"%s\" is missing",
                   fields[i].key);
    }
}
