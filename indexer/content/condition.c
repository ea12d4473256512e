#include "indexer/content/condition.h"

#include <string.h>

#include "indexer/content/nearest.h"
#include "indexer/content/scalars.h"

static const char *guess(struct arena *arena, const char *written, const struct string_list *known,
                         const char *otherwise)
{
    const char *near = nearest(written, known->items, known->count);
    return near ? arena_format(arena, "did you mean %s?", near) : otherwise;
}

/* The row with this key; else false, with what was probably meant. */
static bool find_row(struct arena *arena, const struct field *fields, size_t count, const char *key, size_t *row,
                     const char **help)
{
    struct string_list keys = {0};
    *row = field_find(fields, count, key);
    if (*row < count)
        return true;
    for (size_t i = 0; i < count; i++)
        string_list_add(arena, &keys, fields[i].key);
    *help = guess(arena, key, &keys, "CONTRIBUTING.md lists the fields of a case study");
    return false;
}

static bool read_member(struct arena *arena, const struct field *field, const char *key, struct condition *condition,
                        const char **help)
{
    condition->kind = CONDITION_MEMBER;
    return find_row(arena, field->members, field->member_count, key, &condition->member, help);
}

static bool read_term(struct arena *arena, const struct field *field, const char *term,
                      const struct vocabularies *vocabularies, struct condition *condition, const char **help)
{
    const struct vocabulary *vocabulary =
        vocabularies && field->vocabulary ? vocabulary_find(vocabularies, field->vocabulary) : NULL;
    struct string_list ids = {0};
    condition->kind = CONDITION_TERM;
    condition->term = term;
    *help = "only a field of terms can be compared with =";
    if (!field->vocabulary)
        return false;
    if (!vocabulary || vocabulary_term(vocabulary, term))
        return true;
    for (size_t i = 0; i < vocabulary->count; i++)
        string_list_add(arena, &ids, vocabulary->terms[i].id);
    *help =
        guess(arena, term, &ids, arena_format(arena, "content/vocabulary/%s.yaml lists the terms", vocabulary->name));
    return false;
}

static bool read_years(const char *number, struct condition *condition, const char **help)
{
    condition->kind = CONDITION_YEARS;
    *help = "write a number of years, such as years>=3";
    return scalar_number(number, &condition->years) && condition->years >= 0;
}

bool condition_read(struct arena *arena, const char *text, const struct vocabularies *vocabularies,
                    struct condition *condition, const char **help)
{
    static const char years[] = "years>=";
    const char *ignored = NULL;
    size_t row = 0;
    *condition = (struct condition){0};
    help = help ? help : &ignored;
    if (strncmp(text, years, strlen(years)) == 0)
        return read_years(text + strlen(years), condition, help);
    size_t length = strcspn(text, ".=");
    if (!find_row(arena, case_fields, CASE_FIELDS, arena_copy(arena, text, length), &row, help))
        return false;
    condition->field = (enum case_field)row;
    const struct field *field = &case_fields[row];
    if (text[length] == '.')
        return read_member(arena, field, text + length + 1, condition, help);
    if (text[length] == '=')
        return read_term(arena, field, text + length + 1, vocabularies, condition, help);
    condition->kind = CONDITION_FILLED;
    return true;
}

static bool has_term(const struct value *value, const char *term)
{
    if (value->kind == VALUE_TEXT)
        return strcmp(value->text, term) == 0;
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->count; i++)
        if (has_term(&value->items[i], term))
            return true;
    return false;
}

static bool has_member(const struct value *value, size_t member)
{
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->count; i++)
        if (value_member(&value->items[i], member)->kind != VALUE_NONE)
            return true;
    return value_member(value, member)->kind != VALUE_NONE;
}

static bool lasted(const struct case_study *study, const char *as_of, double years)
{
    const char *start = case_text(study, CASE_START, "");
    const char *end = case_text(study, CASE_END, as_of);
    return *start && *end && scalar_years_between(start, end) >= years;
}

bool condition_holds(const struct condition *condition, const struct case_study *study, const char *as_of)
{
    const struct value *value = &study->fields[condition->field];
    switch (condition->kind) {
    case CONDITION_YEARS:
        return lasted(study, as_of, condition->years);
    case CONDITION_MEMBER:
        return has_member(value, condition->member);
    case CONDITION_TERM:
        return has_term(value, condition->term);
    case CONDITION_FILLED:
        break;
    }
    return value->kind != VALUE_NONE && (value->kind != VALUE_LIST || value->count > 0);
}
