#include "search-cli/present/case_data.h"

#include <string.h>

#include "indexer/content/facets.h"
#include "indexer/content/fields.h"
#include "indexer/content/outcome.h"
#include "search-cli/present/outcome_words.h"

static void write_members(struct json *json, const struct field *fields, size_t count, const struct value *values);

/* As it was written, 0.90, where JSON writes numbers so: not with a nought before other digits. */
static void write_number(struct json *json, const struct value *value)
{
    const char *digits = value->text + (*value->text == '-');
    if (digits[0] == '0' && digits[1] && digits[1] != '.')
        json_number(json, value->number);
    else
        json_raw(json, value->text, strlen(value->text));
}

static void write_item(struct json *json, const struct field *field, const struct value *value)
{
    if (value->kind == VALUE_MAP) {
        json_object_open(json);
        write_members(json, field->members, field->member_count, value->items);
        json_object_close(json);
    } else if (value->kind == VALUE_NUMBER && field->type == FIELD_YES_NO) {
        json_bool(json, value->number != 0);
    } else if (value->kind == VALUE_NUMBER) {
        write_number(json, value);
    } else {
        json_string(json, value->text);
    }
}

static void write_value(struct json *json, const struct field *field, const struct value *value)
{
    if (value->kind != VALUE_LIST) {
        write_item(json, field, value);
        return;
    }
    json_array_open(json);
    for (size_t i = 0; i < value->count; i++)
        write_item(json, field, &value->items[i]);
    json_array_close(json);
}

static void write_members(struct json *json, const struct field *fields, size_t count, const struct value *values)
{
    for (size_t i = 0; i < count; i++) {
        if (values[i].kind == VALUE_NONE)
            continue;
        json_key(json, fields[i].key);
        write_value(json, &fields[i], &values[i]);
    }
}

/* Facets that are not fields of their own: partner_types and the like. */
static void write_derived(struct json *json, struct arena *arena, const struct case_study *study)
{
    for (size_t i = 0; i < FACET_COUNT; i++) {
        if (facets[i].origin == FACET_FIELD || facets[i].origin == FACET_EVIDENCE)
            continue;
        json_key(json, facets[i].key);
        json_array_open(json);
        struct string_list terms = case_terms(arena, study, &facets[i]);
        for (size_t j = 0; j < terms.count; j++)
            json_string(json, terms.items[j]);
        json_array_close(json);
    }
}

static void write_evidence(struct json *json, const struct case_study *study)
{
    json_key(json, "evidence");
    json_object_open(json);
    json_member_string(json, "id", study->evidence.id);
    json_member_integer(json, "level", study->evidence.level);
    json_member_string(json, "reason", study->evidence.reason);
    json_member_string(json, "next", study->evidence.next);
    json_key(json, "limits");
    json_array_open(json);
    for (size_t i = 0; i < study->evidence.limit_count; i++)
        json_string(json, study->evidence.limits[i]->words);
    json_array_close(json);
    json_object_close(json);
}

static void write_figure(struct json *json, const char *key, bool has, double number)
{
    if (!has)
        return;
    json_key(json, key);
    json_number(json, number);
}

/* What is said of it: the sentence, and the pieces of which tables are made. */
static void write_outcome_words(struct json *json, const struct outcome_words *words)
{
    const char *const members[][2] = {{"measure", words->label},
                                      {"sentence", words->sentence},
                                      {"note", words->note},
                                      {"group", words->group},
                                      {"before", words->before},
                                      {"after", words->after},
                                      {"change", words->change},
                                      {"verdict", words->verdict},
                                      {"target", words->target},
                                      {"comparator", words->comparator},
                                      {"comparator_before", words->comparator_before},
                                      {"comparator_after", words->comparator_after},
                                      {"comparator_change", words->comparator_change},
                                      {"finding", words->finding},
                                      {"effect", words->estimate.effect},
                                      {"range", words->estimate.range},
                                      {"how", words->estimate.how},
                                      {"compared_with", words->compared_with}};
    json_key(json, "words");
    json_object_open(json);
    for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
        if (*members[i][1])
            json_member_string(json, members[i][0], members[i][1]);
    }
    json_object_close(json);
}

static void write_figures(struct json *json, const struct case_study *study, size_t number,
                          const struct outcome_words *words)
{
    static const char *const gaps[] = {[GAP_NOT_MEASURED] = "not-measured",
                                       [GAP_NARROWED] = "narrowed",
                                       [GAP_NO_CHANGE] = "no-change",
                                       [GAP_WIDENED] = "widened",
                                       [GAP_NONE_AT_START] = "none-at-start"};
    static const char *const estimates[] = {[ESTIMATE_BETTER] = "better",
                                            [ESTIMATE_WORSE] = "worse",
                                            [ESTIMATE_NONE_SHOWN] = "none-shown",
                                            [ESTIMATE_NO_SIDE] = "no-side",
                                            [ESTIMATE_NO_RANGE] = "no-range"};
    const struct outcome_figures *figures = &study->figures[number];
    json_object_open(json);
    write_figure(json, "change", figures->has_change, figures->change);
    if (figures->has_target)
        json_member_bool(json, "target_met", figures->target_met);
    write_figure(json, "gap_before", figures->has_gap_before, figures->gap_before);
    write_figure(json, "gap_after", figures->has_gap, figures->gap_after);
    json_member_string(json, "gap", gaps[figures->gap]);
    write_figure(json, "difference_after", figures->has_difference_after, figures->difference_after);
    write_figure(json, "difference", figures->has_difference, figures->difference);
    if (figures->estimate.says != ESTIMATE_ABSENT)
        json_member_string(json, "estimate_says", estimates[figures->estimate.says]);
    if (outcome_kind(&study->fields[CASE_OUTCOMES].items[number]) == OUTCOME_IS_NUMBER)
        write_outcome_words(json, words);
    json_object_close(json);
}

static void write_computed(struct json *json, const struct case_study *study, const struct facts *facts)
{
    struct arena arena = {0};
    write_derived(json, &arena, study);
    arena_free(&arena);
    write_evidence(json, study);
    json_key(json, "outcome_figures");
    json_array_open(json);
    for (size_t i = 0; i < study->fields[CASE_OUTCOMES].count; i++)
        write_figures(json, study, i, &facts->outcomes[i]);
    json_array_close(json);
}

static void write_sections(struct json *json, const struct markdown_body *body)
{
    json_key(json, "sections");
    json_array_open(json);
    for (size_t i = 0; i < body->section_count; i++) {
        json_object_open(json);
        json_member_string(json, "heading", body->sections[i].heading);
        json_member_string(json, "text", body->sections[i].plain);
        json_object_close(json);
    }
    json_array_close(json);
}

/* What people are told where a program would have to word it: the facts that a spreadsheet has too. */
static void write_words(struct json *json, const struct facts *facts)
{
    struct arena arena = {0};
    json_key(json, "in_words");
    json_object_open(json);
    for (size_t i = 0; i < facts->count; i++) {
        const struct fact *fact = &facts->items[i];
        if (!(fact->kind->shown & FACT_CSV) || !fact->count)
            continue;
        json_key(json, fact->key);
        json_array_open(json);
        for (size_t j = 0; j < fact->count; j++)
            json_string(json, fact_item_words(&arena, &fact->items[j]));
        json_array_close(json);
    }
    json_object_close(json);
    arena_free(&arena);
}

void case_data_json(struct json *json, const struct case_study *study, const struct facts *facts)
{
    json_object_open(json);
    json_member_integer(json, "format_version", CASE_DATA_VERSION);
    json_member_string(json, "id", study->id);
    json_member_string(json, "path", study->path);
    write_members(json, case_fields, CASE_FIELDS, study->fields);
    write_computed(json, study, facts);
    write_words(json, facts);
    write_sections(json, &study->body);
    json_key(json, "body");
    json_bytes(json, study->source.body ? study->source.body : "", study->source.body_size);
    json_object_close(json);
}

void case_data_open(struct json *json, const struct settings *settings, const char *as_of)
{
    json_object_open(json);
    json_member_integer(json, "format_version", CASE_DATA_VERSION);
    json_member_string(json, "title", settings->title);
    json_member_string(json, "publisher", settings->publisher);
    json_member_string(json, "licence", settings->licence);
    json_member_string(json, "as_of", as_of);
    if (*settings->base_url)
        json_member_string(json, "base_url", settings->base_url);
    json_key(json, "case_studies");
    json_array_open(json);
}

void case_data_close(struct json *json)
{
    json_array_close(json);
    json_object_close(json);
    text_char(json->out, '\n');
}
