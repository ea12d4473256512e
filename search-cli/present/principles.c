#include "search-cli/present/principles.h"

#include <string.h>

#include "indexer/content/condition.h"

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

static bool is_shown(struct arena *arena, const struct case_study *study, const struct term *term, const char *as_of)
{
    for (size_t i = 0; i < term->shown_by.count; i++) {
        struct condition condition;
        if (condition_read(arena, term->shown_by.items[i], NULL, &condition, NULL) &&
            condition_holds(&condition, study, as_of))
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
                                      .shown = is_shown(arena, study, term, as_of),
                                      .can_be_shown = term->shown_by.count > 0};
        if (principle.claimed || principle.shown)
            principles.items[principles.count++] = principle;
    }
    return principles;
}
