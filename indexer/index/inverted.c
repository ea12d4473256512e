#include "indexer/index/inverted.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/string_numbers.h"
#include "indexer/index/search_text.h"
#include "indexer/index/statements.h"
#include "indexer/index/tokens.h"

enum { OFFSET_MAX = (1 << 30) - 1 };

/* A text as it was read: the words before the end of it, behind those of the text before. */
struct read_text {
    uint32_t row;
    uint32_t column;
    size_t end;
};

/* Terms are numbered as they come, and so are the words that have them. */
struct reading {
    struct inverted *inverted;
    struct tokenizer *tokenizer;
    struct arena arena;
    struct string_numbers words; /* as they are written */
    struct string_numbers stems;
    uint32_t *term_of; /* by word: what is stemmed once need not be again */
    size_t word_capacity;
    size_t term_capacity;
    uint32_t *found; /* the terms of all words, one text behind the other: where each stands need not be kept */
    size_t count;
    size_t capacity;
    struct read_text *texts;
    size_t text_count;
    size_t text_capacity;
};

static uint32_t term_of_word(struct reading *reading, const char *word)
{
    struct inverted *inverted = reading->inverted;
    const char *stem = tokens_stems(reading->tokenizer, &reading->arena, word);
    size_t term = string_number(&reading->stems, stem, strlen(stem));
    if (term == inverted->term_count) {
        inverted->terms = arena_grow(&inverted->arena, inverted->terms, inverted->term_count, &reading->term_capacity,
                                     sizeof *inverted->terms);
        inverted->terms[inverted->term_count++] = (struct inverted_term){arena_string(&inverted->arena, stem), NULL, 0};
    }
    return (uint32_t)term;
}

static uint32_t find_term(struct reading *reading, const char *word, size_t size)
{
    size_t known = reading->words.count;
    size_t number = string_number(&reading->words, word, size);
    if (number == known) {
        reading->term_of =
            arena_grow(&reading->arena, reading->term_of, number, &reading->word_capacity, sizeof *reading->term_of);
        reading->term_of[number] = term_of_word(reading, reading->words.items[number]);
    }
    return reading->term_of[number];
}

static void take_word(void *context, const char *word, size_t size, size_t start, size_t end)
{
    struct reading *reading = context;
    (void)start, (void)end;
    if (reading->count == reading->capacity) {
        reading->capacity = reading->capacity ? reading->capacity * 2 : 1 << 12;
        reading->found = memory_resize(reading->found, reading->capacity * sizeof *reading->found);
    }
    uint32_t term = find_term(reading, word, size);
    reading->found[reading->count++] = term;
    reading->inverted->terms[term].count++;
}

static void read_text(struct reading *reading, size_t row, unsigned column, const char *text)
{
    tokens_each_word(reading->tokenizer, text, strlen(text), take_word, reading);
    reading->texts = arena_grow(&reading->arena, reading->texts, reading->text_count, &reading->text_capacity,
                                sizeof *reading->texts);
    reading->texts[reading->text_count++] = (struct read_text){(uint32_t)row, column, reading->count};
}

static void read_texts(struct reading *reading, struct index *index)
{
    struct statement *rows = statement_get(index, SQL_SEARCH_TEXTS);
    while (statement_row(rows)) {
        for (unsigned column = 0; column < TEXT_COLUMNS; column++)
            read_text(reading, statement_size(rows, 0), column, statement_text_here(rows, (int)column + 1));
    }
    statement_end(rows);
}

static int by_stem(const void *a, const void *b)
{
    return strcmp(((const struct inverted_term *)a)->stem, ((const struct inverted_term *)b)->stem);
}

/* The words of a text from a place of `found` on; they come in the order of places. */
static void add_places(const struct reading *reading, const struct read_text *text, size_t first)
{
    struct inverted *inverted = reading->inverted;
    for (size_t i = first; i < text->end; i++) {
        struct inverted_term *term = &inverted->terms[reading->found[i]];
        inverted->places[(size_t)(term->places - inverted->places) + term->count++] =
            (struct inverted_place){text->row, text->column & 3U, (uint32_t)(i - first) & OFFSET_MAX};
    }
}

/* Each place behind the others of its term. */
static void sort_places(const struct reading *reading)
{
    struct inverted *inverted = reading->inverted;
    struct inverted_place *end = inverted->places = memory_resize(NULL, (reading->count + 1) * sizeof *end);
    for (size_t i = 0; i < inverted->term_count; i++) {
        inverted->terms[i].places = end;
        end += inverted->terms[i].count;
        inverted->terms[i].count = 0;
    }
    for (size_t i = 0; i < reading->text_count; i++)
        add_places(reading, &reading->texts[i], i ? reading->texts[i - 1].end : 0);
    if (inverted->term_count)
        qsort(inverted->terms, inverted->term_count, sizeof *inverted->terms, by_stem);
}

struct inverted *inverted_read(struct index *index)
{
    struct inverted *inverted = memory_zeroed(1, sizeof *inverted);
    struct reading reading = {.inverted = inverted, .tokenizer = tokenizer_open(index)};
    if (reading.tokenizer)
        read_texts(&reading, index);
    sort_places(&reading);
    tokenizer_close(reading.tokenizer);
    string_numbers_free(&reading.words);
    string_numbers_free(&reading.stems);
    arena_free(&reading.arena);
    free(reading.found);
    if (!index_failed(index))
        return inverted;
    inverted_free(inverted);
    return NULL;
}

void inverted_free(struct inverted *inverted)
{
    if (!inverted)
        return;
    arena_free(&inverted->arena);
    free(inverted->places);
    free(inverted);
}

static int is_stem(const void *stem, const void *term)
{
    return strcmp(stem, ((const struct inverted_term *)term)->stem);
}

const struct inverted_term *inverted_find(const struct inverted *inverted, const char *stem)
{
    return inverted->term_count ? bsearch(stem, inverted->terms, inverted->term_count, sizeof *inverted->terms, is_stem)
                                : NULL;
}

/* As a number that sorts as places do. */
static uint64_t order_of(struct inverted_place place)
{
    return (uint64_t)place.row << 32 | (uint64_t)place.column << 30 | place.offset;
}

/* A term of a phrase, and how many of its places lie before what was last looked for: places are looked for in order. */
struct walked_term {
    const struct inverted_term *term;
    size_t passed;
};

/* Steps that double, then halves: what is near costs little, and most of it is. */
static bool stands_at(struct walked_term *walked, uint64_t order)
{
    const struct inverted_place *places = walked->term->places;
    size_t low = walked->passed;
    size_t high = low;
    for (size_t step = 1; high < walked->term->count && order_of(places[high]) < order; step *= 2) {
        low = high + 1;
        high = step < walked->term->count - high ? high + step : walked->term->count;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (order_of(places[middle]) < order)
            low = middle + 1;
        else
            high = middle;
    }
    walked->passed = low;
    return low < walked->term->count && order_of(places[low]) == order;
}

/* The terms of a phrase; NULL when one of them is nowhere. */
static struct walked_term *terms_of(const struct inverted *inverted, struct arena *arena, const char *stems,
                                    size_t *count)
{
    struct walked_term *terms = NULL;
    size_t capacity = 0;
    *count = 0;
    while (*stems) {
        size_t size = strcspn(stems, " ");
        terms = arena_grow(arena, terms, *count, &capacity, sizeof *terms);
        terms[*count] = (struct walked_term){inverted_find(inverted, arena_copy(arena, stems, size)), 0};
        if (!terms[(*count)++].term)
            return NULL;
        stems += size + (stems[size] == ' ');
    }
    return terms;
}

/* From each place of the rarest of its terms one sees whether the others stand around it. */
struct inverted_places inverted_phrase(const struct inverted *inverted, struct arena *arena, const char *stems)
{
    struct inverted_places found = {0};
    size_t count = 0;
    size_t rarest = 0;
    struct walked_term *terms = terms_of(inverted, arena, stems, &count);
    if (!terms)
        return found;
    for (size_t i = 1; i < count; i++)
        rarest = terms[i].term->count < terms[rarest].term->count ? i : rarest;
    const struct inverted_term *least = terms[rarest].term;
    found.items = arena_array(arena, least->count, sizeof *found.items);
    for (size_t i = 0; i < least->count; i++) {
        struct inverted_place place = least->places[i];
        bool all = place.offset >= rarest;
        uint64_t first = order_of(place) - rarest;
        for (size_t j = 0; all && j < count; j++)
            all = j == rarest || stands_at(&terms[j], first + j);
        if (all)
            found.items[found.count++] =
                (struct inverted_place){place.row, place.column, (place.offset - (uint32_t)rarest) & OFFSET_MAX};
    }
    return found;
}
