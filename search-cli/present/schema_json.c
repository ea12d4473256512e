#include "search-cli/present/schema.h"

#include "indexer/base/json.h"
#include "indexer/content/fields.h"

static void add_fields(struct json *json, const struct field *fields, size_t count,
                       const struct vocabularies *vocabularies);

/* What one scalar of each type is: JSON Schema's own words. The pattern and the bounds may be missing. */
struct scalar_schema {
    const char *types[2]; /* YAML reads 2024 as a number and 2024-05 as a text */
    const char *pattern;
    const char *format;
    bool from_zero;
};

static const struct scalar_schema scalars[FIELD_TYPE_COUNT] = {
    [FIELD_TEXT] = {.types = {"string"}},
    [FIELD_TERM] = {.types = {"string"}},
    [FIELD_DATE] = {.types = {"string", "integer"}, .pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
    [FIELD_NUMBER] = {.types = {"number"}},
    [FIELD_COUNT] = {.types = {"integer"}, .from_zero = true},
    [FIELD_YEAR] = {.types = {"integer"}, .from_zero = true},
    [FIELD_YES_NO] = {.types = {"boolean", "string"}, .pattern = "^(yes|no|true|false)$"},
    [FIELD_URL] = {.types = {"string"}, .pattern = "^https?://", .format = "uri"},
    [FIELD_EMAIL] = {.types = {"string"}, .format = "email"},
    [FIELD_REFERENCE] = {.types = {"string"}, .pattern = "^(https?://.*|[a-z0-9]+(-[a-z0-9]+)*)$"},
    [FIELD_CASE_ID] = {.types = {"string"}, .pattern = "^[a-z0-9]+(-[a-z0-9]+)*$"},
};

static void add_bound(struct json *json, const char *key, size_t bound)
{
    if (bound)
        json_member_integer(json, key, (int64_t)bound);
}

static void add_terms(struct json *json, const struct vocabulary *vocabulary)
{
    json_key(json, "enum");
    json_array_open(json);
    for (size_t i = 0; vocabulary && i < vocabulary->count; i++)
        json_string(json, vocabulary->terms[i].id);
    json_array_close(json);
}

static void add_scalar(struct json *json, const struct field *field, const struct vocabularies *vocabularies)
{
    const struct scalar_schema *scalar = &scalars[field->type];
    json_key(json, "type");
    if (scalar->types[1])
        json_array_open(json);
    json_string(json, scalar->types[0]);
    if (scalar->types[1]) {
        json_string(json, scalar->types[1]);
        json_array_close(json);
    }
    if (scalar->pattern)
        json_member_string(json, "pattern", scalar->pattern);
    if (scalar->format)
        json_member_string(json, "format", scalar->format);
    if (scalar->from_zero)
        json_member_integer(json, "minimum", 0);
    add_bound(json, "minLength", field->shortest);
    add_bound(json, "maxLength", field->longest);
    if (field->type == FIELD_TERM)
        add_terms(json, vocabulary_find(vocabularies, field->vocabulary));
}

static void add_one(struct json *json, const struct field *field, const struct vocabularies *vocabularies)
{
    if (field->type == FIELD_MAP)
        add_fields(json, field->members, field->member_count, vocabularies);
    else
        add_scalar(json, field, vocabularies);
}

static void add_field(struct json *json, const struct field *field, const struct vocabularies *vocabularies)
{
    json_key(json, field->key);
    json_object_open(json);
    json_member_string(json, "description", field->help);
    if (field->is_list) {
        json_member_string(json, "type", "array");
        add_bound(json, "minItems", field->least);
        add_bound(json, "maxItems", field->most);
        json_key(json, "items");
        json_object_open(json);
    }
    add_one(json, field, vocabularies);
    if (field->is_list)
        json_object_close(json);
    json_object_close(json);
}

/* What an object of these fields is: the members of the object that is open. */
static void add_fields(struct json *json, const struct field *fields, size_t count,
                       const struct vocabularies *vocabularies)
{
    json_member_string(json, "type", "object");
    json_member_bool(json, "additionalProperties", false);
    json_key(json, "required");
    json_array_open(json);
    for (size_t i = 0; i < count; i++)
        if (fields[i].need == FIELD_REQUIRED)
            json_string(json, fields[i].key);
    json_array_close(json);
    json_key(json, "properties");
    json_object_open(json);
    for (size_t i = 0; i < count; i++)
        add_field(json, &fields[i], vocabularies);
    json_object_close(json);
}

void schema_json(struct text *out, const struct vocabularies *vocabularies)
{
    struct json json = json_writer(out, true);
    json_object_open(&json);
    json_member_string(&json, "$schema", "https://json-schema.org/draft/2020-12/schema");
    json_member_string(&json, "title", "The front matter of a case study");
    add_fields(&json, case_fields, CASE_FIELDS, vocabularies);
    json_object_close(&json);
    text_char(out, '\n');
}
