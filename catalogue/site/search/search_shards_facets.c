#include "catalogue/site/search/search_shards_parts.h"

#include <string.h>

#include "catalogue/site/coding/digits.h"
#include "indexer/content/facets.h"
#include "indexer/content/number_fields.h"
#include "indexer/index/dates.h"
#include "indexer/index/numbers.h"
#include "search-cli/search.h"

/* A shard takes facets until it has this many bytes. */
enum { FACETS_LEAST = 4000 };

/* Every term of a facet in the order of its vocabulary, with its label and documents. */
static void add_facet(struct shards *shards, struct json *json, const struct facet *facet)
{
    const struct vocabulary *vocabulary = vocabulary_find(shards->vocabularies, facet->vocabulary);
    json_array_open(json);
    for (size_t i = 0; vocabulary && i < vocabulary->count; i++) {
        const struct term *term = &vocabulary->terms[i];
        struct bitset rows = index_term_rows(shards->index, &shards->arena, facet->key, term->id);
        struct text documents = {0};
        shards_rows(&documents, shards, &rows);
        json_array_open(json);
        json_string(json, term->id);
        json_string(json, term->label);
        json_string(json, text_string(&documents));
        json_array_close(json);
        text_free(&documents);
    }
    json_array_close(json);
}

/* f<n>: a list of facets; the base has the number of the first facet of each. */
static void write_facets(struct shards *shards)
{
    struct text firsts = {0};
    size_t number = 0;
    for (size_t i = 0; i < FACET_COUNT;) {
        struct text text = {0};
        struct json json = json_writer(&text, false);
        text_format(&firsts, "%s%zu", number ? "\n" : "", i);
        json_array_open(&json);
        while (i < FACET_COUNT && text.size < FACETS_LEAST)
            add_facet(shards, &json, &facets[i++]);
        json_array_close(&json);
        shards_write(shards, arena_format(&shards->arena, "f%zu", number++), &text);
        text_free(&text);
    }
    json_member_string(&shards->base, "f", text_string(&firsts));
    text_free(&firsts);
}

/* The dates of a field, each followed by its documents. */
static void add_dates(struct shards *shards, struct json *json, size_t number)
{
    struct date_rows dates = dates_of(shards->index, &shards->arena, date_fields[number].key);
    json_array_open(json);
    for (size_t i = 0; i < dates.count;) {
        struct bitset rows = {0};
        struct text documents = {0};
        const char *date = dates.items[i].date;
        for (; i < dates.count && strcmp(dates.items[i].date, date) == 0; i++)
            bitset_add(&shards->arena, &rows, dates.items[i].row);
        shards_rows(&documents, shards, &rows);
        json_string(json, date);
        json_string(json, text_string(&documents));
        text_free(&documents);
    }
    json_array_close(json);
}

/* The numbers of a field, each followed by its documents. */
static void add_numbers(struct shards *shards, struct json *json, size_t number)
{
    struct number_rows numbers = numbers_of(shards->index, &shards->arena, number_fields[number].key);
    json_array_open(json);
    for (size_t i = 0; i < numbers.count;) {
        struct bitset rows = {0};
        struct text documents = {0};
        int64_t value = numbers.items[i].number;
        for (; i < numbers.count && numbers.items[i].number == value; i++)
            bitset_add(&shards->arena, &rows, numbers.items[i].row);
        shards_rows(&documents, shards, &rows);
        json_integer(json, value);
        json_string(json, text_string(&documents));
        text_free(&documents);
    }
    json_array_close(json);
}

/* d: the dates of each field, then the numbers of each. */
static void write_dates_and_numbers(struct shards *shards)
{
    struct text text = {0};
    struct json json = json_writer(&text, false);
    json_array_open(&json);
    for (size_t i = 0; i < DATE_FIELD_COUNT; i++)
        add_dates(shards, &json, i);
    for (size_t i = 0; i < NUMBER_FIELD_COUNT; i++)
        add_numbers(shards, &json, i);
    json_array_close(&json);
    shards_write(shards, "d", &text);
    text_free(&text);
}

/* The documents in an order. */
static void add_order(const struct shards *shards, struct json *json, enum case_order order)
{
    const struct case_rows *cases = &shards->site->in_order[order];
    struct text text = {0};
    for (size_t i = 0; i < cases->count; i++) {
        size_t document = shards->documents[cases->items[i].row];
        if (document != SHARDS_NOTHING)
            digits_number(&text, document);
    }
    json_string(json, text_string(&text));
    text_free(&text);
}

/* o: the documents in each order other than by relevance. */
static void write_orders(struct shards *shards)
{
    static const enum case_order orders[SEARCH_SORTS] = {ORDER_NEWEST, ORDER_NEWEST, ORDER_TITLE, ORDER_EVIDENCE};
    struct text text = {0};
    struct json json = json_writer(&text, false);
    json_array_open(&json);
    for (size_t i = SEARCH_NEWEST; i < SEARCH_SORTS; i++)
        add_order(shards, &json, orders[i]);
    json_array_close(&json);
    shards_write(shards, "o", &text);
    text_free(&text);
}

void search_shards_facets_write(struct shards *shards)
{
    struct text hidden = {0};
    struct bitset rows = bitset_copy(&shards->arena, &shards->published);
    bitset_minus(&rows, &shards->visible);
    shards_rows(&hidden, shards, &rows);
    json_member_string(&shards->base, "hiddenCases", text_string(&hidden));
    text_free(&hidden);
    json_key(&shards->base, "sorts");
    json_array_open(&shards->base);
    for (size_t i = 0; i < SEARCH_SORTS; i++)
        json_string(&shards->base, search_sorts[i].name);
    json_array_close(&shards->base);
    write_facets(shards);
    write_dates_and_numbers(shards);
    write_orders(shards);
}
