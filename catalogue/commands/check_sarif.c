#include "catalogue/commands/check_sarif.h"

#include "indexer/base/json.h"
#include "indexer/content/codes.h"

static const char *level_of(const struct code *code)
{
    return code->severity == SEVERITY_ERROR ? "error" : "warning";
}

/* {"text": …} under a key. */
static void add_message(struct json *json, const char *key, const char *text)
{
    json_key(json, key);
    json_object_open(json);
    json_member_string(json, "text", text);
    json_object_close(json);
}

static void add_rule(struct json *json, const struct code_entry *entry)
{
    json_object_open(json);
    json_member_string(json, "id", entry->code.id);
    add_message(json, "shortDescription", entry->meaning);
    json_key(json, "defaultConfiguration");
    json_object_open(json);
    json_member_string(json, "level", level_of(&entry->code));
    json_object_close(json);
    json_object_close(json);
}

static void add_tool(struct json *json)
{
    json_key(json, "tool");
    json_object_open(json);
    json_key(json, "driver");
    json_object_open(json);
    json_member_string(json, "name", "catalogue");
    json_member_string(json, "version", CATALOGUE_VERSION);
    json_key(json, "rules");
    json_array_open(json);
    for (size_t i = 0; i < CODE_COUNT; i++)
        add_rule(json, &codes[i]);
    json_array_close(json);
    json_object_close(json);
    json_object_close(json);
}

/* A file is named from the root of the catalogue, as an address: what is no letter, digit or mark of one is written %XX. */
static void add_file(struct json *json, const char *path)
{
    struct text uri = {0};
    for (; *path; path++) {
        bool plain = (*path >= 'a' && *path <= 'z') || (*path >= 'A' && *path <= 'Z') ||
                     (*path >= '-' && *path <= '9') || *path == '_' || *path == '~';
        text_format(&uri, plain ? "%c" : "%%%02X", (unsigned char)*path);
    }
    json_key(json, "artifactLocation");
    json_object_open(json);
    json_member_string(json, "uri", text_string(&uri));
    json_member_string(json, "uriBaseId", "CATALOGUE");
    json_object_close(json);
    text_free(&uri);
}

static void add_region(struct json *json, struct place place)
{
    json_key(json, "region");
    json_object_open(json);
    json_member_integer(json, "startLine", (int64_t)place.line);
    json_member_integer(json, "startColumn", place.column ? (int64_t)place.column : 1);
    if (place.column && place.length)
        json_member_integer(json, "endColumn", (int64_t)(place.column + place.length));
    json_object_close(json);
}

static void add_location(struct json *json, const struct diagnostic *problem)
{
    json_key(json, "locations");
    json_array_open(json);
    json_object_open(json);
    json_key(json, "physicalLocation");
    json_object_open(json);
    add_file(json, problem->path);
    if (problem->place.line)
        add_region(json, problem->place);
    json_object_close(json);
    json_object_close(json);
    json_array_close(json);
}

static void add_result(struct json *json, const struct diagnostic *problem)
{
    struct text words = {0};
    text_add(&words, problem->message);
    if (problem->help)
        text_format(&words, ". What to do: %s", problem->help);
    json_object_open(json);
    json_member_string(json, "ruleId", problem->code->id);
    json_member_string(json, "level", level_of(problem->code));
    add_message(json, "message", text_string(&words));
    add_location(json, problem);
    json_object_close(json);
    text_free(&words);
}

void check_sarif(struct text *out, const struct diagnostics *diagnostics)
{
    struct json json = json_writer(out, true);
    json_object_open(&json);
    json_member_string(&json, "$schema",
                       "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
    json_member_string(&json, "version", "2.1.0");
    json_key(&json, "runs");
    json_array_open(&json);
    json_object_open(&json);
    add_tool(&json);
    json_member_string(&json, "columnKind", "unicodeCodePoints");
    json_key(&json, "results");
    json_array_open(&json);
    for (size_t i = 0; i < diagnostics->count; i++)
        add_result(&json, &diagnostics->items[i]);
    json_array_close(&json);
    json_object_close(&json);
    json_array_close(&json);
    json_object_close(&json);
    text_char(out, '\n');
}
