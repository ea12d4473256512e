#include "catalogue/export/export.h"

#include "indexer/index/dates.h"
#include "indexer/index/search_text.h"
#include "indexer/index/synonym_rows.h"
#include "search-cli/present/case_data.h"
#include "search-cli/rank.h"

/*
 * An index for OpenSearch: settings with the synonyms and the stemmer, the mapping, and the cases as lines of a bulk
 * request. The formats are those of its documentation: "Create index", "Synonym graph token filter", "Bulk".
 */

#define INDEX_NAME "case-studies"

static void add_strings(struct json *json, const char *key, const char *const *strings, size_t count)
{
    json_key(json, key);
    json_array_open(json);
    for (size_t i = 0; i < count; i++)
        json_string(json, strings[i]);
    json_array_close(json);
}

/* A word of a synonym rule, in which commas and arrows part words. */
static void add_word(struct text *rule, const char *word)
{
    text_add(rule, rule->size ? ", " : "");
    for (; *word; word++) {
        if (*word == ',' || *word == '=' || *word == '\\')
            text_char(rule, '\\');
        text_char(rule, *word);
    }
}

/* The words of a group that mean each other, with one more before them where it only finds them. */
static void add_rule(struct json *json, const struct synonym_row *rows, size_t count, const char *hint)
{
    struct text words = {0};
    size_t found = 0;
    if (hint)
        add_word(&words, hint);
    for (size_t i = 0; i < count; i++) {
        if (rows[i].kind != SYNONYM_WORD && rows[i].kind != SYNONYM_MATCH_ONLY)
            continue;
        add_word(&words, rows[i].text);
        found++;
    }
    if (hint && found) {
        struct text rule = {0};
        add_word(&rule, hint);
        text_format(&rule, " => %s", text_string(&words));
        json_string(json, text_string(&rule));
        text_free(&rule);
    } else if (found > 1) {
        json_string(json, text_string(&words));
    }
    text_free(&words);
}

/* What is only related has less weight in our own search, which a rule cannot say. */
static void add_synonyms(struct json *json, const struct synonym_rows *rows)
{
    json_key(json, "synonyms");
    json_array_open(json);
    for (size_t first = 0, end = 0; first < rows->count; first = end) {
        while (end < rows->count && rows->items[end].group == rows->items[first].group)
            end++;
        add_rule(json, &rows->items[first], end - first, NULL);
        for (size_t i = first; i < end; i++) {
            if (rows->items[i].kind == SYNONYM_HINT)
                add_rule(json, &rows->items[first], end - first, rows->items[i].text);
        }
    }
    json_array_close(json);
}

static void add_filters(struct json *json, const struct exporting *exporting)
{
    struct synonym_rows rows = synonyms_all(exporting->index, exporting->arena);
    json_key(json, "filter");
    json_object_open(json);
    json_key(json, "catalogue_synonyms");
    json_object_open(json);
    json_member_string(json, "type", "synonym_graph");
    json_member_bool(json, "lenient", true);
    add_synonyms(json, &rows);
    json_object_close(json);
    json_key(json, "catalogue_stemmer");
    json_object_open(json);
    json_member_string(json, "type", "stemmer");
    json_member_string(json, "language", "english");
    json_object_close(json);
    json_object_close(json);
}

static void add_analyzer(struct json *json, const char *name, const char *const *filters, size_t count)
{
    json_key(json, name);
    json_object_open(json);
    json_member_string(json, "type", "custom");
    json_member_string(json, "tokenizer", "standard");
    add_strings(json, "filter", filters, count);
    json_object_close(json);
}

static void add_settings(struct json *json, const struct exporting *exporting)
{
    static const char *const for_index[] = {"lowercase", "asciifolding", "catalogue_stemmer"};
    static const char *const for_search[] = {"lowercase", "asciifolding", "catalogue_synonyms", "catalogue_stemmer"};
    json_key(json, "settings");
    json_object_open(json);
    json_key(json, "analysis");
    json_object_open(json);
    add_filters(json, exporting);
    json_key(json, "analyzer");
    json_object_open(json);
    add_analyzer(json, "catalogue", for_index, sizeof for_index / sizeof *for_index);
    add_analyzer(json, "catalogue_search", for_search, sizeof for_search / sizeof *for_search);
    json_object_close(json);
    json_object_close(json);
    json_object_close(json);
}

static void add_property(struct json *json, const char *name, const char *type)
{
    json_key(json, name);
    json_object_open(json);
    json_member_string(json, "type", type);
    json_object_close(json);
}

static void add_text_property(struct json *json, const char *name)
{
    json_key(json, name);
    json_object_open(json);
    json_member_string(json, "type", "text");
    json_member_string(json, "analyzer", "catalogue");
    json_member_string(json, "search_analyzer", "catalogue_search");
    json_object_close(json);
}

/* Dates are words here, because a month or a year may be all that is known; they still sort and compare. */
static void add_mapping(struct json *json)
{
    json_key(json, "mappings");
    json_object_open(json);
    json_member_string(json, "dynamic", "strict");
    json_key(json, "_meta");
    json_object_open(json);
    json_key(json, "weights");
    json_object_open(json);
    for (size_t i = 0; i < TEXT_COLUMNS; i++) {
        json_key(json, search_text_names[i]);
        json_number(json, rank_columns[i].weight);
    }
    json_object_close(json);
    json_object_close(json);
    json_key(json, "properties");
    json_object_open(json);
    add_property(json, "id", "keyword");
    for (size_t i = 0; i < TEXT_COLUMNS; i++)
        add_text_property(json, search_text_names[i]);
    for (size_t i = 0; i < FACET_COUNT; i++)
        add_property(json, facets[i].key, "keyword");
    for (size_t i = 0; i < DATE_FIELD_COUNT; i++)
        add_property(json, date_fields[i].key, "keyword");
    json_key(json, "study");
    json_object_open(json);
    json_member_string(json, "type", "object");
    json_member_bool(json, "enabled", false);
    json_object_close(json);
    json_object_close(json);
    json_object_close(json);
}

struct lines {
    const struct vocabularies *vocabularies;
    struct text *out;
};

static void add_action(struct text *out, const char *id)
{
    struct json json = json_writer(out, false);
    json_object_open(&json);
    json_key(&json, "index");
    json_object_open(&json);
    json_member_string(&json, "_index", INDEX_NAME);
    json_member_string(&json, "_id", id);
    json_object_close(&json);
    json_object_close(&json);
    text_char(out, '\n');
}

static void add_case(void *context, const struct exported *exported)
{
    const struct lines *lines = context;
    const struct case_study *study = exported->study;
    struct arena arena = {0};
    struct search_text words = search_text_of(&arena, study, lines->vocabularies);
    add_action(lines->out, study->id);
    struct json json = json_writer(lines->out, false);
    json_object_open(&json);
    json_member_string(&json, "id", study->id);
    for (size_t i = 0; i < TEXT_COLUMNS; i++)
        json_member_string(&json, search_text_names[i], words.columns[i]);
    for (size_t i = 0; i < FACET_COUNT; i++) {
        struct string_list terms = case_terms(&arena, study, &facets[i]);
        add_strings(&json, facets[i].key, terms.items, terms.count);
    }
    for (size_t i = 0; i < DATE_FIELD_COUNT; i++) {
        const char *date = case_text(study, date_fields[i].field, "");
        if (*date)
            json_member_string(&json, date_fields[i].key, date);
    }
    json_key(&json, "study");
    case_data_json(&json, study, exported->facts);
    json_object_close(&json);
    text_char(lines->out, '\n');
    arena_free(&arena);
}

void export_opensearch(const struct exporting *exporting, struct text *files)
{
    struct json json = json_writer(&files[0], true);
    json_object_open(&json);
    add_settings(&json, exporting);
    add_mapping(&json);
    json_object_close(&json);
    text_char(&files[0], '\n');
    export_each(exporting, add_case, &(struct lines){exporting->facts.vocabularies, &files[1]});
}
