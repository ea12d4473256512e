#include "indexer/content/case_study.h"

#include <string.h>

#include "indexer/base/ascii.h"

static const struct value no_value;

_Static_assert(CASE_FIELDS <= 64, "case_missing_advised has a bit for each field");

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

int value_decimals(const struct value *number)
{
    const char *point = number->kind == VALUE_NUMBER ? strchr(number->text, '.') : NULL;
    return point ? (int)strspn(point + 1, "0123456789") : 0;
}

const char *case_review_status(const struct case_study *study)
{
    return value_text(&study->fields[CASE_REVIEW], REVIEW_STATUS, "");
}

const struct value *case_lead(const struct case_study *study)
{
    const struct value *partners = &study->fields[CASE_PARTNERS];
    for (size_t i = 0; i < partners->count; i++)
        if (strcmp(value_text(&partners->items[i], PARTNER_ROLE, ""), "lead") == 0)
            return &partners->items[i];
    return partners->count ? &partners->items[0] : &no_value;
}

enum { NAME_KEY_MAX = 200 };

static bool is_of_name(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || (unsigned char)byte >= 0x80;
}

/* The letters and digits of a name in small: what it is without "the", "and", marks and what stands in parentheses. */
static void name_key(const char *name, char key[NAME_KEY_MAX])
{
    static const char *const light[] = {"the", "and"};
    size_t used = 0;
    while (*name) {
        size_t size = 0;
        while (is_of_name(name[size]) || name[size] == '\'')
            size++;
        if (!ascii_is_one_of(name, size, light, sizeof light / sizeof *light))
            for (size_t i = 0; i < size && used + 1 < NAME_KEY_MAX; i++)
                if (is_of_name(name[i]))
                    key[used++] = ascii_lower(name[i]);
        name += size ? size : *name == '(' && strchr(name, ')') ? strcspn(name, ")") : 1;
    }
    key[used] = '\0';
}

const char *case_name_key(struct arena *arena, const char *name)
{
    char key[NAME_KEY_MAX];
    name_key(name, key);
    return arena_string(arena, key);
}

bool case_has_partner(const struct case_study *study, const char *name)
{
    const struct value *partners = &study->fields[CASE_PARTNERS];
    char wanted[NAME_KEY_MAX];
    name_key(name, wanted);
    for (size_t i = 0; i < partners->count; i++) {
        char key[NAME_KEY_MAX];
        name_key(value_text(&partners->items[i], PARTNER_NAME, ""), key);
        if (*key && strcmp(key, wanted) == 0)
            return true;
    }
    return false;
}

/* The terms of one case, being gathered. */
struct gathering {
    struct arena *arena;
    const struct case_study *study;
    const struct facet *facet;
    struct string_list *terms;
};

/* Each term once; NULL and "" are none. */
static void gather(const struct gathering *gathering, const char *term)
{
    if (term && *term && !string_list_have(gathering->terms, term))
        string_list_add(gathering->arena, gathering->terms, term);
}

static void gather_field(const struct gathering *gathering)
{
    const struct value *value = &gathering->study->fields[gathering->facet->field];
    if (value->kind == VALUE_TEXT)
        gather(gathering, value->text);
    else if (gathering->facet->field == CASE_GAP_EFFECT)
        gather(gathering, gathering->study->gap_effect);
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->count; i++)
        gather(gathering, value->items[i].text);
}

/* An outcome whose kind is not written is a number. */
static void gather_member(const struct gathering *gathering)
{
    const struct facet *facet = gathering->facet;
    const struct value *value = &gathering->study->fields[facet->field];
    bool is_kind = facet->field == CASE_OUTCOMES && facet->member == OUTCOME_KIND;
    for (size_t i = 0; value->kind == VALUE_LIST && i < value->count; i++)
        gather(gathering, value_text(&value->items[i], facet->member, is_kind ? "number" : NULL));
}

static void gather_evidence(const struct gathering *gathering)
{
    gather(gathering, gathering->study->evidence.id);
}

static void gather_limits(const struct gathering *gathering)
{
    for (size_t i = 0; i < gathering->study->evidence.limit_count; i++)
        gather(gathering, gathering->study->evidence.limits[i]->id);
}

static void gather_estimates(const struct gathering *gathering)
{
    static const char *const terms[] = {[ESTIMATE_ABSENT] = NULL,       [ESTIMATE_BETTER] = "better",
                                        [ESTIMATE_WORSE] = "worse",     [ESTIMATE_NONE_SHOWN] = "none-shown",
                                        [ESTIMATE_NO_SIDE] = "no-side", [ESTIMATE_NO_RANGE] = "no-range"};
    for (size_t i = 0; i < gathering->study->fields[CASE_OUTCOMES].count; i++)
        if (case_outcome_is_main(gathering->study, i))
            gather(gathering, terms[gathering->study->figures[i].estimate.says]);
}

static void gather_comparisons(const struct gathering *gathering)
{
    for (size_t i = 0; i < gathering->study->fields[CASE_OUTCOMES].count; i++)
        gather(gathering, gathering->study->figures[i].estimate.comparison);
}

static void gather_lead(const struct gathering *gathering)
{
    gather(gathering, value_text(case_lead(gathering->study), PARTNER_TYPE, NULL));
}

static void gather_acts(const struct gathering *gathering)
{
    gather(gathering, gathering->study->acts);
}

struct string_list case_terms(struct arena *arena, const struct case_study *study, const struct facet *facet)
{
    static void (*const gatherers[FACET_ORIGINS])(const struct gathering *) = {
        [FACET_FIELD] = gather_field,   [FACET_MEMBER] = gather_member,      [FACET_EVIDENCE] = gather_evidence,
        [FACET_LIMITS] = gather_limits, [FACET_ESTIMATE] = gather_estimates, [FACET_COMPARISON] = gather_comparisons,
        [FACET_LEAD] = gather_lead,     [FACET_ACTS] = gather_acts,
    };
    struct string_list terms = {0};
    gatherers[facet->origin](&(struct gathering){arena, study, facet, &terms});
    return terms;
}

bool case_outcome_is_primary(const struct case_study *study, size_t outcome)
{
    return value_member(&study->fields[CASE_OUTCOMES].items[outcome], OUTCOME_PRIMARY)->number != 0;
}

bool case_outcome_is_main(const struct case_study *study, size_t outcome)
{
    for (size_t i = 0; i < study->fields[CASE_OUTCOMES].count; i++)
        if (case_outcome_is_primary(study, i))
            return case_outcome_is_primary(study, outcome);
    return true;
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

/* Who evaluated it is asked for where a result was measured. */
static bool has_measured_result(const struct case_study *study)
{
    static const char *const measured[] = {"positive", "mixed", "no-effect", "negative"};
    const char *result = case_text(study, CASE_RESULT, "");
    for (size_t i = 0; i < sizeof measured / sizeof *measured; i++)
        if (strcmp(result, measured[i]) == 0)
            return true;
    return false;
}

static bool is_advised(const struct case_study *study, size_t field)
{
    return case_fields[field].need == FIELD_ADVISED && (field != CASE_EVALUATOR || has_measured_result(study));
}

size_t case_completeness(const struct case_study *study, size_t *of)
{
    size_t filled = 0;
    *of = 0;
    for (size_t i = 0; i < CASE_FIELDS; i++) {
        if (!is_advised(study, i))
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
        if (is_advised(study, i) && !is_filled(&study->fields[i]))
            missing |= UINT64_C(1) << i;
    return missing;
}
