#include "catalogue/site/search/search_shards_parts.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/content/case_parts.h"
#include "indexer/index/tokens.h"
#include "search-cli/plan_terms.h"

/* Of so many ids one is given: those between are found in the cards. */
enum { IDS_APART = 32 };

static void add_documents(struct shards *shards, struct json *json, const struct bitset *rows)
{
    struct text documents = {0};
    shards_rows(&documents, shards, rows);
    json_string(json, text_string(&documents));
    text_free(&documents);
}

/* What cases have: name, documents; where most have it, no documents but those that lack it. */
static void write_parts(struct shards *shards, struct json *json)
{
    static const struct bitset nothing = {0};
    struct string_list names = case_part_names(&shards->arena);
    json_key(json, "parts");
    json_array_open(json);
    for (size_t i = 0; i < names.count; i++) {
        struct bitset having = index_term_rows(shards->index, &shards->arena, case_parts_key, names.items[i]);
        struct bitset lacking = bitset_copy(&shards->arena, &shards->published);
        bitset_minus(&lacking, &having);
        bool most = bitset_size(&lacking) && bitset_size(&lacking) < shards->count / 2;
        json_array_open(json);
        json_string(json, names.items[i]);
        add_documents(shards, json, most ? &nothing : &having);
        add_documents(shards, json, most ? &lacking : &nothing);
        json_array_close(json);
    }
    json_array_close(json);
}

/* A word of a place, and a row that has it. */
struct place_word {
    const char *stem;
    size_t row;
};

struct place_words {
    struct place_word *items;
    size_t count;
    size_t capacity;
};

static int compare_words(const void *a, const void *b)
{
    const struct place_word *one = a;
    const struct place_word *other = b;
    int order = strcmp(one->stem, other->stem);
    return order ? order : (one->row > other->row) - (one->row < other->row);
}

static struct place_words words_of_places(struct shards *shards, struct tokenizer *tokenizer)
{
    struct place_words words = {0};
    for (size_t i = 0; i < shards->count; i++) {
        const char *place = shards->site->documents.items[i].place;
        struct tokens tokens = tokens_read_stems(tokenizer, &shards->arena, place, strlen(place));
        for (size_t j = 0; j < tokens.count; j++) {
            words.items = arena_grow(&shards->arena, words.items, words.count, &words.capacity, sizeof *words.items);
            words.items[words.count++] = (struct place_word){tokens.items[j].stem, shards->rows[i]};
        }
    }
    if (words.count)
        qsort(words.items, words.count, sizeof *words.items, compare_words);
    return words;
}

static void write_places(struct shards *shards, struct tokenizer *tokenizer, struct json *json)
{
    struct place_words words = words_of_places(shards, tokenizer);
    json_key(json, "places");
    json_array_open(json);
    for (size_t i = 0; i < words.count;) {
        struct bitset rows = {0};
        const char *stem = words.items[i].stem;
        for (; i < words.count && strcmp(words.items[i].stem, stem) == 0; i++)
            bitset_add(&shards->arena, &rows, words.items[i].row);
        json_array_open(json);
        json_string(json, stem);
        add_documents(shards, json, &rows);
        json_array_close(json);
    }
    json_array_close(json);
}

/* The other names of a facet's terms, in their order: search words, and stems of what means the same. */
static void write_names(struct shards *shards, struct tokenizer *tokenizer, struct json *json)
{
    const struct term_finder finder = {shards->index, tokenizer, &shards->arena};
    json_key(json, "names");
    json_array_open(json);
    for (size_t i = 0; i < FACET_COUNT; i++) {
        const struct vocabulary *vocabulary = plan_vocabulary(shards->index, &facets[i]);
        json_array_open(json);
        for (size_t j = 0; vocabulary && j < vocabulary->count; j++) {
            struct string_list names = plan_term_names(&finder, &vocabulary->terms[j]);
            json_array_open(json);
            json_string(json, string_list_join(&shards->arena, &vocabulary->terms[j].search_words, "\n"));
            json_string(json, string_list_join(&shards->arena, &names, "\n"));
            json_array_close(json);
        }
        json_array_close(json);
    }
    json_array_close(json);
}

static void write_ids(struct shards *shards, struct json *json)
{
    json_key(json, "ids");
    json_array_open(json);
    for (size_t i = 0; i < shards->count; i += IDS_APART)
        json_string(json, shards->site->documents.items[i].id);
    json_array_close(json);
    json_member_integer(&shards->base, "idsApart", IDS_APART);
}

void search_shards_fields_write(struct shards *shards)
{
    struct text text = {0};
    struct json json = json_writer(&text, false);
    struct tokenizer *tokenizer = tokenizer_open(shards->index);
    if (!tokenizer)
        return;
    json_object_open(&json);
    write_parts(shards, &json);
    write_places(shards, tokenizer, &json);
    write_names(shards, tokenizer, &json);
    write_ids(shards, &json);
    json_object_close(&json);
    shards_write(shards, "h", &text);
    tokenizer_close(tokenizer);
    text_free(&text);
}
