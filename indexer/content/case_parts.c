#include "indexer/content/case_parts.h"

#include <string.h>

#include "indexer/base/slug.h"
#include "indexer/content/headings.h"
#include "indexer/content/outcome.h"

const char case_parts_key[] = "has";
const char case_measures_key[] = "measure";

static bool is_finding(const struct value *outcome, const struct outcome_figures *figures)
{
    (void)figures;
    return outcome_kind(outcome) == OUTCOME_IS_FINDING;
}

static bool is_lived_experience(const struct value *outcome, const struct outcome_figures *figures)
{
    (void)figures;
    return outcome_kind(outcome) == OUTCOME_IS_LIVED_EXPERIENCE;
}

static bool has_figures(const struct value *outcome, const struct outcome_figures *figures)
{
    return outcome_has_number(outcome, OUTCOME_AFTER) || figures->estimate.says != ESTIMATE_ABSENT;
}

static bool has_baseline(const struct value *outcome, const struct outcome_figures *figures)
{
    (void)figures;
    return outcome_has_number(outcome, OUTCOME_BASELINE);
}

static bool has_comparator(const struct value *outcome, const struct outcome_figures *figures)
{
    return outcome_has_number(outcome, OUTCOME_COMPARATOR_AFTER) ||
           (figures->estimate.says != ESTIMATE_ABSENT && *figures->estimate.compared_with);
}

static bool has_estimate(const struct value *outcome, const struct outcome_figures *figures)
{
    (void)outcome;
    return figures->estimate.says != ESTIMATE_ABSENT;
}

static bool has_target(const struct value *outcome, const struct outcome_figures *figures)
{
    (void)figures;
    return outcome_has_number(outcome, OUTCOME_TARGET);
}

static bool is_short_term(const struct value *outcome, const struct outcome_figures *figures)
{
    (void)figures;
    return strcmp(value_text(outcome, OUTCOME_HORIZON, ""), "short") == 0;
}

static bool has_gap(const struct value *outcome, const struct outcome_figures *figures)
{
    (void)outcome;
    return figures->has_gap;
}

/* What one of the outcomes may be. */
static const struct figure_part {
    const char *name;
    bool (*has)(const struct value *outcome, const struct outcome_figures *figures);
} figure_parts[] = {
    {"figures", has_figures},      {"baseline", has_baseline},
    {"target", has_target},        {"comparator", has_comparator},
    {"estimate", has_estimate},    {"gap", has_gap},
    {"finding", is_finding},       {"lived-experience", is_lived_experience},
    {"short-term", is_short_term},
};
enum { FIGURE_PARTS = sizeof figure_parts / sizeof *figure_parts };

static bool any_outcome_has(const struct case_study *study, const struct figure_part *part)
{
    const struct value *outcomes = &study->fields[CASE_OUTCOMES];
    for (size_t i = 0; i < outcomes->count; i++)
        if (part->has(&outcomes->items[i], &study->figures[i]))
            return true;
    return false;
}

static bool has_section(const struct case_study *study, const char *heading)
{
    for (size_t i = 0; i < study->body.section_count; i++) {
        const struct markdown_section *section = &study->body.sections[i];
        const char *known = section->known ? heading_known(section->heading) : NULL;
        if (known && section->has_text && strcmp(known, heading) == 0)
            return true;
    }
    return false;
}

static bool has_field(const struct case_study *study, size_t field)
{
    const struct value *value = &study->fields[field];
    return value->kind != VALUE_NONE && (value->kind != VALUE_LIST || value->count);
}

/* All names, or those of what a case has. */
static struct string_list list_parts(struct arena *arena, const struct case_study *study)
{
    struct string_list names = {0};
    for (size_t i = 0; i < CASE_FIELDS; i++)
        if (!study || has_field(study, i))
            string_list_add(arena, &names, slug_of(arena, case_fields[i].key));
    for (size_t i = 0; i < FIGURE_PARTS; i++)
        if (!study || any_outcome_has(study, &figure_parts[i]))
            string_list_add(arena, &names, figure_parts[i].name);
    for (size_t i = 0; heading_at(i); i++)
        if (!study || has_section(study, heading_at(i)))
            string_list_add(arena, &names, slug_of(arena, heading_at(i)));
    return names;
}

struct string_list case_part_names(struct arena *arena)
{
    return list_parts(arena, NULL);
}

struct string_list case_parts_of(struct arena *arena, const struct case_study *study)
{
    return list_parts(arena, study);
}

struct string_list case_measures_of(struct arena *arena, const struct case_study *study)
{
    const struct value *outcomes = &study->fields[CASE_OUTCOMES];
    struct string_list ids = {0};
    for (size_t i = 0; i < outcomes->count; i++) {
        const char *id = value_text(&outcomes->items[i], OUTCOME_MEASURE_ID, "");
        if (*id && has_figures(&outcomes->items[i], &study->figures[i]) && !string_list_have(&ids, id))
            string_list_add(arena, &ids, id);
    }
    return ids;
}

/* How long a name is without the s at its end. */
static size_t stem_size(const char *name)
{
    size_t size = strlen(name);
    return size && name[size - 1] == 's' ? size - 1 : size;
}

const char *case_part_find(struct arena *arena, const char *typed)
{
    struct string_list names = case_part_names(arena);
    const char *name = slug_of(arena, typed);
    for (size_t i = 0; i < names.count; i++)
        if (strcmp(names.items[i], name) == 0)
            return names.items[i];
    for (size_t i = 0; i < names.count; i++)
        if (stem_size(names.items[i]) == stem_size(name) && strncmp(names.items[i], name, stem_size(name)) == 0)
            return names.items[i];
    return NULL;
}
