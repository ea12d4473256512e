#include "catalogue/site/search/search_shards.h"
#include "catalogue/site/search/search_shards_parts.h"

#include <string.h>

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

static uint32_t length_of(struct lengths *lengths, const struct shards *shards, size_t document, size_t column)
{
    return lengths_at(lengths, shards->cases.items[document].row)[column];
}

/* How a column's hits are weighed: weight, b, digits of a length, average length. */
static void add_rule(struct json *base, size_t column, size_t width, double average)
{
    json_array_open(base);
    json_number(base, rank_columns[column].weight);
    json_number(base, rank_columns[column].b);
    json_integer(base, (int64_t)width);
    json_number(base, average);
    json_array_close(base);
}

/* The lengths of one column of all documents, in as many digits as the longest needs. */
static void write_column(struct shards *shards, struct json *json, struct lengths *lengths, size_t column)
{
    struct text text = {0};
    uint32_t longest = 0;
    double sum = 0;
    size_t width = 1;
    for (size_t i = 0; i < shards->cases.count; i++) {
        uint32_t length = length_of(lengths, shards, i, column);
        longest = length > longest ? length : longest;
        sum += length;
    }
    for (; longest >= 64; longest /= 64)
        width++;
    for (size_t i = 0; i < shards->cases.count; i++)
        shards_fixed(&text, length_of(lengths, shards, i, column), width);
    add_rule(&shards->base, column, width, rank_average(sum, shards->cases.count));
    json_bytes(json, text_string(&text), text.size);
    text_free(&text);
}

static void write_lengths(struct shards *shards)
{
    struct text text = {0};
    struct json json = json_writer(&text, false);
    size_t last = 0;
    for (size_t i = 0; i < shards->cases.count; i++)
        last = shards->cases.items[i].row > last ? shards->cases.items[i].row : last;
    struct lengths *lengths = lengths_of(shards->index, &shards->arena, last);
    json_array_open(&json);
    json_key(&shards->base, "columnRules");
    json_array_open(&shards->base);
    for (size_t column = 0; column < TEXT_COLUMNS; column++)
        write_column(shards, &json, lengths, column);
    json_array_close(&shards->base);
    json_array_close(&json);
    if (is_small(shards->site)) {
        json_key(&shards->base, "lengths");
        json_raw(&shards->base, text_string(&text), text.size);
    } else {
        shards_write(shards, "l", &text);
    }
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
