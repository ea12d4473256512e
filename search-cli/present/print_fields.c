#include "search-cli/present/print_fields.h"

#include <string.h>

#include "indexer/base/utf8.h"

/* Places are counted in characters, so that no reader needs to know of bytes. */
static void add_marks(struct json *json, const struct search_result *result)
{
    const struct marked *marked = &result->snippet;
    json_array_open(json);
    for (size_t i = 0; i < marked->count; i++) {
        json_array_open(json);
        json_integer(json, (int64_t)utf8_length(marked->text, marked->marks[i].start));
        json_integer(json, (int64_t)utf8_length(marked->text + marked->marks[i].start, marked->marks[i].size));
        json_array_close(json);
    }
    json_array_close(json);
}

static void add_score(struct json *json, const struct search_result *result)
{
    json_number(json, result->score);
}

static void add_outdated(struct json *json, const struct search_result *result)
{
    json_bool(json, result->study.outdated);
}

static const char *id(const struct search_result *result)
{
    return result->study.id;
}

static const char *title(const struct search_result *result)
{
    return result->study.title;
}

static const char *summary(const struct search_result *result)
{
    return result->study.summary;
}

static const char *snippet(const struct search_result *result)
{
    return result->snippet.text;
}

static const char *matches(const struct search_result *result)
{
    return result->all ? "all" : "some";
}

static const char *path(const struct search_result *result)
{
    return result->study.path;
}

static const char *place(const struct search_result *result)
{
    return result->study.place;
}

static const char *published(const struct search_result *result)
{
    return result->study.published;
}

/* A field is a text, or what its own function writes. */
static const struct print_field {
    const char *key;
    const char *(*text)(const struct search_result *result);
    void (*write)(struct json *json, const struct search_result *result);
    bool usual; /* in tables */
} fields[PRINT_OWN_FIELDS] = {
    {"id", id, .usual = true},
    {"title", title, .usual = true},
    {"summary", summary, .usual = true},
    {"score", .write = add_score, .usual = true},
    {"snippet", snippet, .usual = false},
    {"marks", .write = add_marks, .usual = false},
    {"matches", matches, .usual = true},
    {"path", path, .usual = true},
    {"place", place, .usual = true},
    {"published", published, .usual = true},
    {"outdated", .write = add_outdated, .usual = false},
};

const char *print_field_key(size_t field)
{
    return field < PRINT_OWN_FIELDS ? fields[field].key : facets[field - PRINT_OWN_FIELDS].key;
}

size_t print_field_find(const char *name)
{
    const struct facet *facet = facet_find(name);
    size_t field = 0;
    while (field < PRINT_FIELDS && strcmp(print_field_key(field), facet ? facet->key : name) != 0)
        field++;
    return field;
}

bool print_field_is_usual(size_t field)
{
    return field >= PRINT_OWN_FIELDS || fields[field].usual;
}

static void write_terms(struct json *json, const struct facet *facet, const struct string_list *terms)
{
    if (!facet_is_list(facet)) {
        json_string(json, terms->count ? terms->items[0] : NULL);
        return;
    }
    json_array_open(json);
    for (size_t i = 0; i < terms->count; i++)
        json_string(json, terms->items[i]);
    json_array_close(json);
}

void print_field_json(struct json *json, const struct search_result *result, size_t field)
{
    json_key(json, print_field_key(field));
    if (field >= PRINT_OWN_FIELDS)
        write_terms(json, &facets[field - PRINT_OWN_FIELDS], &result->terms[field - PRINT_OWN_FIELDS]);
    else if (fields[field].write)
        fields[field].write(json, result);
    else
        json_string(json, fields[field].text(result));
}

void print_field_text(struct text *out, const struct search_result *result, size_t field)
{
    struct arena arena = {0};
    struct json json = json_writer(out, false);
    if (field >= PRINT_OWN_FIELDS)
        text_add(out, string_list_join(&arena, &result->terms[field - PRINT_OWN_FIELDS], "; "));
    else if (fields[field].write)
        fields[field].write(&json, result);
    else
        text_add(out, fields[field].text(result));
    arena_free(&arena);
}
