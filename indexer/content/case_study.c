#include "indexer/content/case_study.h"

#include <string.h>

static const struct value no_value;

const char *case_text(const struct case_study *study, enum case_field field, const char *fallback)
{
    const struct value *value = &study->fields[field];
    return value->kind == VALUE_TEXT ? value->text : fallback;
}

const struct value *value_member(const struct value *map, size_t member)
{
    return map->kind == VALUE_MAP && member < map->count ? &map->items[member] : &no_value;
}

const char *value_text(const struct value *map, size_t member, const char *fallback)
{
    const struct value *value = value_member(map, member);
    return value->kind == VALUE_TEXT || value->kind == VALUE_NUMBER ? value->text : fallback;
}

const char *case_review_status(const struct case_study *study)
{
    return value_text(&study->fields[CASE_REVIEW], REVIEW_STATUS, "");
}

/* What counts where the author wrote no term. */
static const char *default_term(const struct case_study *study, const struct facet *facet)
{
    if (facet->field == CASE_GAP_EFFECT)
        return study->gap_effect;
    return facet->field == CASE_OUTCOMES && facet->member == OUTCOME_KIND ? "number" : NULL;
}

static void add_term(struct arena *arena, struct string_list *terms, const struct value *value, const char *otherwise)
{
    const char *term = value->kind == VALUE_TEXT ? value->text : otherwise;
    if (term && !string_list_have(terms, term))
        string_list_add(arena, terms, term);
}

struct string_list case_terms(struct arena *arena, const struct case_study *study, const struct facet *facet)
{
    struct string_list terms = {0};
    if (facet->field == CASE_FIELDS) {
        string_list_add(arena, &terms, study->evidence.id);
        return terms;
    }
    const struct value *value = &study->fields[facet->field];
    const char *otherwise = default_term(study, facet);
    if (value->kind == VALUE_TEXT || (value->kind == VALUE_NONE && facet->member < 0))
        add_term(arena, &terms, value, otherwise);
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->count; i++)
        add_term(arena, &terms,
                 facet->member < 0 ? &value->items[i] : value_member(&value->items[i], (size_t)facet->member),
                 otherwise);
    return terms;
}

const char *case_newest_date(const struct case_study *study)
{
    const char *published = case_text(study, CASE_PUBLISHED, "");
    const char *reviewed = case_text(study, CASE_REVIEWED, "");
    return strcmp(published, reviewed) > 0 ? published : reviewed;
}

static bool is_filled(const struct value *value)
{
    return value->kind != VALUE_NONE && (value->kind != VALUE_LIST || value->count > 0);
}

size_t case_completeness(const struct case_study *study, size_t *of)
{
    size_t filled = 0;
    *of = 0;
    for (size_t i = 0; i < CASE_FIELDS; i++) {
        if (case_fields[i].need != FIELD_ADVISED)
            continue;
        *of += 1;
        filled += is_filled(&study->fields[i]);
    }
    return filled;
}

uint64_t case_missing_advised(const struct case_study *study)
{
    uint64_t missing = 0;
    for (size_t i = 0; i < CASE_FIELDS; i++)
        if (case_fields[i].need == FIELD_ADVISED && !is_filled(&study->fields[i]))
            missing |= UINT64_C(1) << i;
    return missing;
}
