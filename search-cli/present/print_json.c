#include "search-cli/present/print.h"

#include "indexer/base/utf8.h"

static void add_terms(struct json *json, const struct facet *facet, const struct string_list *terms)
{
    json_key(json, facet->key);
    if (!facet_is_list(facet)) {
        json_string(json, terms->count ? terms->items[0] : NULL);
        return;
    }
    json_array_open(json);
    for (size_t i = 0; i < terms->count; i++)
        json_string(json, terms->items[i]);
    json_array_close(json);
}

/* Places are counted in characters, so that no reader needs to know of bytes. */
static void add_marks(struct json *json, const struct marked *marked)
{
    json_key(json, "marks");
    json_array_open(json);
    for (size_t i = 0; i < marked->count; i++) {
        json_array_open(json);
        json_integer(json, (int64_t)utf8_length(marked->text, marked->marks[i].start));
        json_integer(json, (int64_t)utf8_length(marked->text + marked->marks[i].start, marked->marks[i].size));
        json_array_close(json);
    }
    json_array_close(json);
}

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

static void add_result(struct json *json, const struct search_result *result, bool explain)
{
    const struct case_row *study = &result->study;
    json_object_open(json);
    json_member_string(json, "id", study->id);
    json_member_string(json, "title", study->title);
    json_member_string(json, "summary", study->summary);
    json_key(json, "score");
    json_number(json, result->score);
    json_member_string(json, "snippet", result->snippet.text);
    add_marks(json, &result->snippet);
    json_member_string(json, "matches", result->all ? "all" : "some");
    json_member_string(json, "path", study->path);
    json_member_string(json, "place", study->place);
    json_member_string(json, "published", study->published);
    json_member_bool(json, "outdated", study->outdated);
    for (size_t i = 0; i < FACET_COUNT; i++)
        add_terms(json, &facets[i], &result->terms[i]);
    if (explain)
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
        add_result(&json, &answer->results[i], style->explain);
    json_array_close(&json);
    json_key(&json, "facets");
    print_facets_json(&json, answer->facets, answer->facet_count);
    add_notes(&json, answer);
    json_member_bool(&json, "timed_out", answer->timed_out);
    json_object_close(&json);
    text_char(out, '\n');
}

void print_ndjson(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    for (size_t i = 0; i < answer->result_count; i++) {
        struct json json = json_writer(out, false);
        add_result(&json, &answer->results[i], style->explain);
        text_char(out, '\n');
    }
}
