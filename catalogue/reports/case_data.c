#include "catalogue/reports/case_data.h"

#include <string.h>

#include "indexer/content/facets.h"
#include "indexer/content/fields.h"

static void write_members(struct json *json, const struct field *fields, size_t count, const struct value *values);

static void write_item(struct json *json, const struct field *field, const struct value *value)
{
    if (value->kind == VALUE_MAP) {
        json_object_open(json);
        write_members(json, field->members, field->member_count, value->items);
        json_object_close(json);
    } else if (value->kind == VALUE_NUMBER && field->type == FIELD_YES_NO) {
        json_bool(json, value->number != 0);
    } else if (value->kind == VALUE_NUMBER) {
        json_number(json, value->number);
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

static void write_figures(struct json *json, const struct outcome_figures *figures)
{
    static const char *const gaps[] = {[GAP_NOT_MEASURED] = "not-measured",
                                       [GAP_NARROWED] = "narrowed",
                                       [GAP_NO_CHANGE] = "no-change",
                                       [GAP_WIDENED] = "widened",
                                       [GAP_NONE_AT_START] = "none-at-start"};
    static const char *const estimates[] = {[ESTIMATE_BETTER] = "better",
                                            [ESTIMATE_WORSE] = "worse",
                                            [ESTIMATE_NONE_SHOWN] = "none-shown",
                                            [ESTIMATE_NO_RANGE] = "no-range"};
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
    json_object_close(json);
}

static void write_computed(struct json *json, const struct case_study *study)
{
    struct arena arena = {0};
    write_derived(json, &arena, study);
    arena_free(&arena);
    write_evidence(json, study);
    json_key(json, "outcome_figures");
    json_array_open(json);
    for (size_t i = 0; i < study->fields[CASE_OUTCOMES].count; i++)
        write_figures(json, &study->figures[i]);
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

void case_data_json(struct json *json, const struct case_study *study)
{
    json_object_open(json);
    json_member_integer(json, "format_version", CASE_DATA_VERSION);
    json_member_string(json, "id", study->id);
    json_member_string(json, "path", study->path);
    write_members(json, case_fields, CASE_FIELDS, study->fields);
    write_computed(json, study);
    write_sections(json, &study->body);
    json_object_close(json);
}

static void add_quoted(struct text *out, const char *string)
{
    for (; *string; string++) {
        if (*string == '"')
            text_char(out, '"');
        text_char(out, *string);
    }
}

/* A spreadsheet would take a text that begins like a formula for one, so it gets an apostrophe, as people write it there. */
static void add_cell(struct text *out, const char *string)
{
    text_char(out, '"');
    if (*string && strchr("=+-@\t\r", *string))
        text_char(out, '\'');
    add_quoted(out, string);
    text_char(out, '"');
}

static const enum case_field csv_fields[] = {CASE_TITLE, CASE_SUMMARY, CASE_PLACE,     CASE_PUBLISHED,
                                             CASE_START, CASE_END,     CASE_PROGRAMME, CASE_ACCOUNTABLE};
enum { CSV_FIELDS = sizeof csv_fields / sizeof *csv_fields };

void case_data_csv_head(struct text *out)
{
    text_add(out, "id");
    for (size_t i = 0; i < CSV_FIELDS; i++)
        text_format(out, ",%s", case_fields[csv_fields[i]].key);
    for (size_t i = 0; i < FACET_COUNT; i++)
        text_format(out, ",%s", facets[i].key);
    text_add(out, "\r\n");
}

void case_data_csv(struct text *out, const struct case_study *study)
{
    struct arena arena = {0};
    add_cell(out, study->id);
    for (size_t i = 0; i < CSV_FIELDS; i++) {
        text_char(out, ',');
        add_cell(out, case_text(study, csv_fields[i], ""));
    }
    for (size_t i = 0; i < FACET_COUNT; i++) {
        struct string_list terms = case_terms(&arena, study, &facets[i]);
        text_char(out, ',');
        add_cell(out, string_list_join(&arena, &terms, "; "));
    }
    text_add(out, "\r\n");
    arena_free(&arena);
}
