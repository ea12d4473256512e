#include "search-cli/present/principles.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/content/scalars.h"

static const struct value *field_value(const struct case_study *study, const char *key, size_t length)
{
    for (size_t i = 0; i < CASE_FIELDS; i++) {
        if (strncmp(case_fields[i].key, key, length) == 0 && case_fields[i].key[length] == '\0')
            return &study->fields[i];
    }
    return NULL;
}

static bool has_term(const struct value *value, const char *term)
{
    if (value->kind == VALUE_TEXT)
        return strcmp(value->text, term) == 0;
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->count; i++) {
        if (has_term(&value->items[i], term))
            return true;
    }
    return false;
}

static bool has_member(const struct case_study *study, const struct value *value, const char *key)
{
    const struct field *field = &case_fields[value - study->fields];
    size_t member = field_find(field->members, field->member_count, key);
    if (member == field->member_count)
        return false;
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->count; i++) {
        if (value_member(&value->items[i], member)->kind != VALUE_NONE)
            return true;
    }
    return value->kind == VALUE_MAP && value_member(value, member)->kind != VALUE_NONE;
}

static bool lasted(const struct case_study *study, const char *as_of, double years)
{
    const char *start = case_text(study, CASE_START, "");
    const char *end = case_text(study, CASE_END, as_of);
    return *start && *end && scalar_years_between(start, end) >= years;
}

static bool holds(const struct case_study *study, const char *condition, const char *as_of)
{
    static const char years[] = "years>=";
    if (strncmp(condition, years, strlen(years)) == 0)
        return lasted(study, as_of, strtod(condition + strlen(years), NULL));
    size_t length = strcspn(condition, ".=");
    const struct value *value = field_value(study, condition, length);
    if (!value || value->kind == VALUE_NONE)
        return false;
    if (condition[length] == '=')
        return has_term(value, condition + length + 1);
    if (condition[length] == '.')
        return has_member(study, value, condition + length + 1);
    return value->kind != VALUE_LIST || value->count > 0;
}

static bool is_shown(const struct case_study *study, const struct term *term, const char *as_of)
{
    for (size_t i = 0; i < term->shown_by.count; i++) {
        if (holds(study, term->shown_by.items[i], as_of))
            return true;
    }
    return false;
}

struct principles principles_of(struct arena *arena, const struct case_study *study,
                                const struct vocabularies *vocabularies, const char *as_of)
{
    const struct vocabulary *vocabulary = vocabulary_find(vocabularies, "principles");
    struct principles principles = {0};
    size_t terms = vocabulary ? vocabulary->count : 0;
    principles.items = arena_array(arena, terms, sizeof *principles.items);
    for (size_t i = 0; i < terms; i++) {
        const struct term *term = &vocabulary->terms[i];
        struct principle principle = {.term = term,
                                      .claimed = has_term(&study->fields[CASE_PRINCIPLES], term->id),
                                      .shown = is_shown(study, term, as_of),
                                      .can_be_shown = term->shown_by.count > 0};
        if (principle.claimed || principle.shown)
            principles.items[principles.count++] = principle;
    }
    return principles;
}
