#include "catalogue/site/search/search_shards.h"
#include "catalogue/site/search/search_shards_parts.h"

#include <string.h>

#include "catalogue/site/coding/digits.h"
#include "indexer/content/facets.h"
#include "indexer/index/lengths.h"
#include "search-cli/collect.h"
#include "search-cli/rank.h"

/*
 * A browser has six connections to a server, as a rule, and what does not get one waits for a whole answer. Of a small
 * catalogue the lengths stand in the page, and no more scripts of cards are made than there are connections, so that
 * all that an answer needs comes at once. Of a larger one that would be too much: ten results seldom stand together,
 * and a script of cards holds few.
 */
enum { CONNECTIONS = 6, SMALL = 300 };

static bool is_small(const struct site *site)
{
    return site->documents.count <= SMALL;
}

static uint32_t length_of(const struct shards *shards, struct lengths *lengths, size_t document, size_t column)
{
    return lengths_at(lengths, shards->rows[document])[column];
}

/* How a column's hits are weighed: weight, b, average length. */
static void add_rule(struct json *base, size_t column, double average)
{
    json_array_open(base);
    json_number(base, rank_columns[column].weight);
    json_number(base, rank_columns[column].b);
    json_number(base, average);
    json_array_close(base);
}

/* How far a length is from the whole words of the average: twice that when it is longer, one less when it is shorter. */
static size_t deviation(uint32_t length, double average)
{
    uint32_t whole = (uint32_t)average;
    return length >= whole ? (size_t)2 * (length - whole) : (size_t)2 * (whole - length) - 1;
}

/* As bits: how many low bits a deviation has, plus 1, by Elias' gamma code, and that of each document by Rice's. */
static void write_column(struct shards *shards, struct bits *bits, struct lengths *lengths, size_t column)
{
    size_t count = shards->count;
    double sum = 0;
    size_t deviations = 0;
    for (size_t i = 0; i < count; i++)
        sum += length_of(shards, lengths, i, column);
    double average = rank_average(sum, count);
    for (size_t i = 0; i < count; i++)
        deviations += deviation(length_of(shards, lengths, i, column), average);
    unsigned low = bits_low(deviations, count);
    bits_gamma(bits, low + 1);
    for (size_t i = 0; i < count; i++)
        bits_rice(bits, deviation(length_of(shards, lengths, i, column), average), low);
    add_rule(&shards->base, column, average);
}

static void write_lengths(struct shards *shards)
{
    struct text text = {0};
    struct bits bits = {.out = &text};
    size_t last = 0;
    for (size_t i = 0; i < shards->count; i++)
        last = shards->rows[i] > last ? shards->rows[i] : last;
    struct lengths *lengths = lengths_of(shards->index, &shards->arena, last);
    json_key(&shards->base, "columnRules");
    json_array_open(&shards->base);
    for (size_t column = 0; column < TEXT_COLUMNS; column++)
        write_column(shards, &bits, lengths, column);
    json_array_close(&shards->base);
    bits_end(&bits);
    if (is_small(shards->site))
        json_member_string(&shards->base, "lengths", text_string(&text));
    else
        shards_write_string(shards, "l", text_string(&text), text.size);
    text_free(&text);
}

/* What a result shows: id, title, summary, place, result and its label, and the labels of evidence and priority areas. */
static void write_card(const struct site *site, struct index *index, struct json *json, const struct case_row *row)
{
    struct arena arena = {0};
    struct string_list areas = index_case_terms(index, &arena, row->row, facets[0].key);
    for (size_t i = 0; i < areas.count; i++)
        areas.items[i] = vocabulary_label(site->vocabularies, facets[0].vocabulary, areas.items[i]);
    json_array_open(json);
    json_string(json, row->id);
    json_string(json, row->title);
    json_string(json, row->summary);
    json_string(json, row->place);
    json_string(json, row->result);
    json_string(json, vocabulary_label(site->vocabularies, "result", row->result));
    json_string(json, vocabulary_label(site->vocabularies, "evidence", row->evidence));
    json_string(json, string_list_join(&arena, &areas, ", "));
    json_array_close(json);
    arena_free(&arena);
}

size_t search_cards_together(const struct site *site)
{
    enum { FEW = 2 };
    size_t together = (site->documents.count + CONNECTIONS - 1) / CONNECTIONS;
    return together > FEW && is_small(site) ? together : FEW;
}

void search_cards_make(const struct site *site, struct index *index, size_t first, struct site_files *files)
{
    struct arena arena = {0};
    struct text text = {0};
    struct json json = json_writer(&text, false);
    json_array_open(&json);
    size_t together = search_cards_together(site);
    for (size_t i = first; i < first + together && i < site->documents.count; i++)
        write_card(site, index, &json, &site->documents.items[i]);
    json_array_close(&json);
    shards_script(files, arena_format(&arena, "cards/%zu", first / together), &text);
    text_free(&text);
    arena_free(&arena);
}

void search_text_make(const struct site *site, struct index *index, size_t document, struct site_files *files)
{
    struct arena arena = {0};
    struct text text = {0};
    struct json json = json_writer(&text, false);
    const char *texts[TEXT_COLUMNS];
    if (index_texts(index, &arena, site->documents.items[document].row, texts)) {
        json_string(&json, texts[TEXT_BODY]);
        shards_script(files, arena_format(&arena, "texts/%zu", document), &text);
    }
    text_free(&text);
    arena_free(&arena);
}

void search_shards_cases_write(struct shards *shards)
{
    write_lengths(shards);
    json_member_integer(&shards->base, "cardsTogether", (int64_t)search_cards_together(shards->site));
}
