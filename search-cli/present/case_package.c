#include "search-cli/present/case_package.h"

#include <string.h>

#include "indexer/base/json.h"
#include "search-cli/present/format.h"

static const char *const names[CASE_TABLES] = {[TABLE_CASES] = "case-studies",
                                               [TABLE_OUTCOMES] = "outcomes",
                                               [TABLE_PARTNERS] = "partners",
                                               [TABLE_ADOPTIONS] = "adoptions"};

/* As a Table Schema names the types; dates may be years or months, which its own type of date cannot be. */
static const char *const type_names[FIELD_TYPE_COUNT] = {
    [FIELD_TEXT] = "string",      [FIELD_TERM] = "string",    [FIELD_DATE] = "string", [FIELD_NUMBER] = "number",
    [FIELD_COUNT] = "integer",    [FIELD_YEAR] = "year",      [FIELD_URL] = "string",  [FIELD_EMAIL] = "string",
    [FIELD_REFERENCE] = "string", [FIELD_CASE_ID] = "string", [FIELD_MAP] = "string",  [FIELD_YES_NO] = "boolean"};

static void write_truths(struct json *json)
{
    static const char *const truths[][2] = {{"trueValues", "yes"}, {"falseValues", "no"}};
    for (size_t i = 0; i < sizeof truths / sizeof *truths; i++) {
        json_key(json, truths[i][0]);
        json_array_open(json);
        json_string(json, truths[i][1]);
        json_array_close(json);
    }
}

/* What one cell may hold; what is required in a group of answers is so only where the group is there. */
static void write_constraints(struct json *json, const struct csv_column *column, const struct case_package *package)
{
    const struct field *field = column->field;
    const struct vocabulary *terms =
        field && field->type == FIELD_TERM ? vocabulary_find(package->vocabularies, field->vocabulary) : NULL;
    json_key(json, "constraints");
    json_object_open(json);
    if (!field ? strcmp(column->key, "id") == 0 || strcmp(column->key, "number") == 0
               : field->need == FIELD_REQUIRED && strcmp(column->key, field->key) == 0)
        json_member_bool(json, "required", true);
    if (field && field->type == FIELD_DATE)
        json_member_string(json, "pattern", "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
    if (terms && terms->count) {
        json_key(json, "enum");
        json_array_open(json);
        for (size_t i = 0; i < terms->count; i++)
            json_string(json, terms->terms[i].id);
        json_array_close(json);
    }
    json_object_close(json);
}

static const char *type_of(const struct csv_column *column)
{
    if (column->field)
        return type_names[column->field->type];
    if (strcmp(column->key, "leads") == 0)
        return "boolean";
    return strcmp(column->key, "number") == 0 ? "integer" : "string";
}

static void write_field(struct json *json, const struct csv_column *column, const struct case_package *package)
{
    struct arena arena = {0};
    json_object_open(json);
    json_member_string(json, "name", column->key);
    json_member_string(json, "type", type_of(column));
    json_member_string(json, "description", format_sentence(&arena, column->about));
    if (strcmp(type_of(column), "boolean") == 0)
        write_truths(json);
    write_constraints(json, column, package);
    json_object_close(json);
    arena_free(&arena);
}

/* Each line of the other tables belongs to one of the cases. */
static void write_keys(struct json *json, enum case_table table)
{
    json_key(json, "primaryKey");
    json_array_open(json);
    json_string(json, "id");
    if (table != TABLE_CASES)
        json_string(json, "number");
    json_array_close(json);
    if (table == TABLE_CASES)
        return;
    json_key(json, "foreignKeys");
    json_array_open(json);
    json_object_open(json);
    json_member_string(json, "fields", "id");
    json_key(json, "reference");
    json_object_open(json);
    json_member_string(json, "resource", names[TABLE_CASES]);
    json_member_string(json, "fields", "id");
    json_object_close(json);
    json_object_close(json);
    json_array_close(json);
}

static void write_schema(struct json *json, enum case_table table, const struct case_package *package)
{
    struct arena arena = {0};
    struct csv_columns columns = case_csv_columns(&arena, table);
    json_key(json, "schema");
    json_object_open(json);
    json_key(json, "fields");
    json_array_open(json);
    for (size_t i = 0; i < columns.count; i++)
        write_field(json, &columns.items[i], package);
    json_array_close(json);
    write_keys(json, table);
    json_object_close(json);
    arena_free(&arena);
}

static void write_resource(struct json *json, enum case_table table, const struct case_package *package)
{
    json_object_open(json);
    json_member_string(json, "name", names[table]);
    json_member_string(json, "path", case_table_file(table));
    json_member_string(json, "profile", "tabular-data-resource");
    json_member_string(json, "format", "csv");
    json_member_string(json, "mediatype", "text/csv");
    json_member_string(json, "encoding", "utf-8");
    json_key(json, "dialect");
    json_object_open(json);
    json_member_string(json, "lineTerminator", "\r\n");
    json_object_close(json);
    write_schema(json, table, package);
    json_object_close(json);
}

static void write_licence(struct json *json, const struct case_package *package)
{
    const char *licence = package->settings->licence;
    json_key(json, "licenses");
    json_array_open(json);
    json_object_open(json);
    json_member_string(json, "name", licence);
    json_member_string(json, "title", vocabulary_label(package->vocabularies, "licence", licence));
    json_object_close(json);
    json_array_close(json);
}

static void write_publisher(struct json *json, const char *publisher)
{
    json_key(json, "contributors");
    json_array_open(json);
    json_object_open(json);
    json_member_string(json, "title", publisher);
    json_member_string(json, "role", "publisher");
    json_object_close(json);
    json_array_close(json);
}

void case_package_json(struct text *out, const struct case_package *package)
{
    struct json json = json_writer(out, true);
    json_object_open(&json);
    json_member_string(&json, "name", "case-studies");
    json_member_string(&json, "profile", "tabular-data-package");
    json_member_string(&json, "title", package->settings->title);
    if (*package->base_url)
        json_member_string(&json, "homepage", package->base_url);
    write_licence(&json, package);
    if (*package->settings->publisher)
        write_publisher(&json, package->settings->publisher);
    json_key(&json, "resources");
    json_array_open(&json);
    for (enum case_table table = 0; table < CASE_TABLES; table++)
        write_resource(&json, table, package);
    json_array_close(&json);
    json_object_close(&json);
    text_char(out, '\n');
}
