/*
 * Answers queries as the command line does, many in one run, for comparison with the browser.
 *
 *   ask DATABASE <lines
 *
 * A line is a letter, a tab and a text; for each, one line of JSON goes out.
 *   q  the ids of the first 50 results, total, related, corrections, synonyms, notes
 *   s  the same with scores, snippets and the counts of all facets, of the first 10
 *   p  how a query is read: the tree in words, and the notes
 *   t  the words of a text, each with its stem
 */
#include <stdio.h>
#include <string.h>

#include "indexer/base/json.h"
#include "indexer/index/tokens.h"
#include "search-cli/query.h"
#include "search-cli/search.h"

struct asker {
    struct index *index;
    struct tokenizer *tokenizer;
    struct arena *arena;
};

static void add_words(struct json *json, const char *key, const struct string_list *words)
{
    json_key(json, key);
    json_array_open(json);
    for (size_t i = 0; i < words->count; i++)
        json_string(json, words->items[i]);
    json_array_close(json);
}

static void add_marked(struct json *json, const struct marked *marked)
{
    size_t at = 0;
    json_array_open(json);
    for (size_t i = 0; i < marked->count; i++) {
        json_bytes(json, marked->text + at, marked->marks[i].start - at);
        json_bytes(json, marked->text + marked->marks[i].start, marked->marks[i].size);
        at = marked->marks[i].start + marked->marks[i].size;
    }
    json_string(json, marked->text + at);
    json_array_close(json);
}

static void add_details(struct json *json, const struct search_answer *answer)
{
    json_key(json, "results");
    json_array_open(json);
    for (size_t i = 0; i < answer->result_count; i++) {
        json_array_open(json);
        json_number(json, answer->results[i].score);
        add_marked(json, &answer->results[i].title);
        add_marked(json, &answer->results[i].snippet);
        json_array_close(json);
    }
    json_array_close(json);
    json_key(json, "facets");
    json_array_open(json);
    for (size_t i = 0; i < answer->facet_count; i++) {
        json_array_open(json);
        for (size_t j = 0; j < answer->facets[i].count; j++)
            json_integer(json, (int64_t)answer->facets[i].items[j].count);
        json_array_close(json);
    }
    json_array_close(json);
}

static void answer_query(struct asker *asker, const char *query, bool details, struct json *json)
{
    const struct search_request request = {.query = query,
                                           .query_size = strlen(query),
                                           .limit = details ? 10 : 50,
                                           .all_facets = details,
                                           .no_snippets = !details};
    const struct search_answer *answer = search(asker->index, asker->arena, &request);
    struct string_list ids = {0};
    struct string_list others = {0};
    for (size_t i = 0; answer && i < answer->result_count; i++)
        string_list_add(asker->arena, &ids, answer->results[i].study.id);
    for (size_t i = 0; answer && i < answer->correction_count; i++)
        string_list_add(
            asker->arena, &others,
            arena_format(asker->arena, "%s > %s", answer->corrections[i].typed, answer->corrections[i].used));
    for (size_t i = 0; answer && i < answer->synonym_count; i++)
        string_list_add(asker->arena, &others,
                        arena_format(asker->arena, "%s ~ %s", answer->synonyms[i].word, answer->synonyms[i].also));
    add_words(json, "ids", &ids);
    add_words(json, "changes", &others);
    if (!answer)
        return;
    json_member_integer(json, "total", (int64_t)answer->total);
    json_member_integer(json, "related", (int64_t)answer->related);
    add_words(json, "notes", &answer->notes);
    if (details)
        add_details(json, answer);
}

static void read_query(struct asker *asker, const char *query, struct json *json)
{
    struct text words = {0};
    struct query parsed = query_parse(asker->arena, query, strlen(query));
    query_print(&words, parsed.root);
    json_member_string(json, "words", text_string(&words));
    add_words(json, "notes", &parsed.notes);
    text_free(&words);
}

static void read_tokens(struct asker *asker, const char *text, struct json *json)
{
    struct tokens tokens = tokens_read(asker->tokenizer, asker->arena, text, strlen(text));
    struct string_list words = {0};
    for (size_t i = 0; i < tokens.count; i++)
        string_list_add(asker->arena, &words,
                        arena_format(asker->arena, "%s:%s", tokens.items[i].word, tokens.items[i].stem));
    add_words(json, "tokens", &words);
}

static void answer_line(struct asker *asker, const char *line)
{
    struct text out = {0};
    struct json json = json_writer(&out, false);
    const char *text = line[0] && line[1] ? line + 2 : "";
    json_object_open(&json);
    if (line[0] == 'p')
        read_query(asker, text, &json);
    else if (line[0] == 't')
        read_tokens(asker, text, &json);
    else
        answer_query(asker, text, line[0] == 's', &json);
    json_object_close(&json);
    puts(text_string(&out));
    text_free(&out);
}

int main(int argument_count, char **arguments)
{
    static char line[1 << 16];
    struct index_status status;
    struct asker asker = {.index = argument_count == 2 ? index_open(arguments[1], INDEX_READ, &status) : NULL};
    if (!asker.index || !(asker.tokenizer = tokenizer_open(asker.index))) {
        fprintf(stderr, "usage: ask DATABASE <lines\n");
        return 2;
    }
    while (fgets(line, sizeof line, stdin)) {
        struct arena arena = {0};
        line[strcspn(line, "\n")] = '\0';
        asker.arena = &arena;
        answer_line(&asker, line);
        arena_free(&arena);
    }
    tokenizer_close(asker.tokenizer);
    index_close(asker.index);
    return 0;
}
