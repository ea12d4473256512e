#include "search-cli/present/print.h"

#include "search-cli/present/print_fields.h"

static void add_parts(struct json *json, const struct search_result *result)
{
    json_key(json, "parts");
    json_array_open(json);
    for (size_t i = 0; i < result->part_count; i++) {
        const struct score_part *part = &result->parts[i];
        json_object_open(json);
        json_member_string(json, "term", part->term);
        json_key(json, "score");
        json_number(json, part->score);
        json_key(json, "idf");
        json_number(json, part->idf);
        json_key(json, "tf");
        json_number(json, part->tf);
        json_key(json, "times");
        json_number(json, part->times);
        json_member_integer(json, "cases", (int64_t)part->holding);
        json_object_close(json);
    }
    json_array_close(json);
}

static void add_result(struct json *json, const struct search_result *result, const struct print_style *style)
{
    json_object_open(json);
    for (size_t i = 0; i < (style->fields ? style->field_count : PRINT_FIELDS); i++)
        print_field_json(json, result, style->fields ? style->fields[i] : i);
    if (style->explain)
        add_parts(json, result);
    json_object_close(json);
}

void print_facets_json(struct json *json, const struct term_counts *counted, size_t count)
{
    json_object_open(json);
    for (size_t i = 0; i < count; i++) {
        json_key(json, counted[i].facet->key);
        json_array_open(json);
        for (size_t j = 0; j < counted[i].count; j++) {
            json_object_open(json);
            json_member_string(json, "id", counted[i].items[j].term->id);
            json_member_string(json, "label", counted[i].items[j].term->label);
            json_member_integer(json, "count", (int64_t)counted[i].items[j].count);
            json_object_close(json);
        }
        json_array_close(json);
    }
    json_object_close(json);
}

static void add_notes(struct json *json, const struct search_answer *answer)
{
    json_key(json, "corrections");
    json_array_open(json);
    for (size_t i = 0; i < answer->correction_count; i++) {
        json_object_open(json);
        json_member_string(json, "from", answer->corrections[i].typed);
        json_member_string(json, "to", answer->corrections[i].used);
        json_object_close(json);
    }
    json_array_close(json);
    json_key(json, "unknown");
    json_array_open(json);
    for (size_t i = 0; i < answer->unknown_count; i++) {
        json_object_open(json);
        json_member_string(json, "word", answer->unknowns[i].typed);
        if (answer->unknowns[i].used)
            json_member_string(json, "nearest", answer->unknowns[i].used);
        json_object_close(json);
    }
    json_array_close(json);
    json_key(json, "synonyms");
    json_array_open(json);
    for (size_t i = 0; i < answer->synonym_count; i++) {
        json_object_open(json);
        json_member_string(json, "word", answer->synonyms[i].word);
        json_member_string(json, "also", answer->synonyms[i].also);
        json_object_close(json);
    }
    json_array_close(json);
    json_key(json, "notes");
    json_array_open(json);
    for (size_t i = 0; i < answer->notes.count; i++)
        json_string(json, answer->notes.items[i]);
    json_array_close(json);
}

static void add_ways_out(struct json *json, const struct search_answer *answer)
{
    json_key(json, "absent");
    json_array_open(json);
    for (size_t i = 0; i < answer->absent.count; i++)
        json_string(json, answer->absent.items[i]);
    json_array_close(json);
    json_key(json, "ways_out");
    json_array_open(json);
    for (size_t i = 0; i < answer->way_count; i++) {
        json_object_open(json);
        json_member_string(json, "without", answer->ways[i].without);
        json_member_integer(json, "total", (int64_t)answer->ways[i].total);
        json_member_integer(json, "related", (int64_t)answer->ways[i].related);
        json_object_close(json);
    }
    json_array_close(json);
}

void print_json(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    struct json json = json_writer(out, true);
    json_object_open(&json);
    json_member_integer(&json, "format_version", PRINT_JSON_VERSION);
    json_member_string(&json, "query", answer->query);
    json_member_string(&json, "query_in_words", answer->query_in_words);
    json_member_integer(&json, "total", (int64_t)answer->total);
    json_member_integer(&json, "related", (int64_t)answer->related);
    json_key(&json, "results");
    json_array_open(&json);
    for (size_t i = 0; i < answer->result_count; i++)
        add_result(&json, &answer->results[i], style);
    json_array_close(&json);
    if (!style->fields || style->facets) {
        json_key(&json, "facets");
        print_facets_json(&json, answer->facets, answer->facet_count);
    }
    add_notes(&json, answer);
    add_ways_out(&json, answer);
    json_member_bool(&json, "timed_out", answer->timed_out);
    json_object_close(&json);
    text_char(out, '\n');
}

void print_ndjson(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    for (size_t i = 0; i < answer->result_count; i++) {
        struct json json = json_writer(out, false);
        add_result(&json, &answer->results[i], style);
        text_char(out, '\n');
    }
}
