#include "indexer/index/inverted.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/string_numbers.h"
#include "indexer/index/search_text.h"
#include "indexer/index/statements.h"
#include "indexer/index/tokens.h"

enum { OFFSET_MAX = (1 << 30) - 1 };

/* Terms are numbered as they come. */
struct reading {
    struct inverted *inverted;
    struct tokenizer *tokenizer;
    struct arena arena;
    struct string_numbers words; /* as they are written */
    struct string_numbers stems;
    uint32_t *term_of; /* by word: what is stemmed once need not be again */
    size_t word_capacity;
    size_t term_capacity;
    uint32_t *found; /* the term of each word, by number; no_term for those that are nobody's */
    size_t count;
    size_t capacity;
    size_t text_capacity;
};

static const uint32_t no_term = UINT32_MAX;

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

static void add_found(struct reading *reading, uint32_t term)
{
    if (reading->count == reading->capacity) {
        reading->capacity = reading->capacity ? reading->capacity * 2 : 1 << 12;
        reading->found = memory_resize(reading->found, reading->capacity * sizeof *reading->found);
    }
    reading->found[reading->count++] = term;
}

static void take_word(void *context, const char *word, size_t size, size_t start, size_t end)
{
    struct reading *reading = context;
    (void)start, (void)end;
    uint32_t term = find_term(reading, word, size);
    add_found(reading, term);
    reading->inverted->terms[term].count++;
}

static void begin_text(struct reading *reading, size_t row, unsigned column)
{
    struct inverted *inverted = reading->inverted;
    inverted->texts = arena_grow(&inverted->arena, inverted->texts, inverted->text_count, &reading->text_capacity,
                                 sizeof *inverted->texts);
    inverted->texts[inverted->text_count++] = (struct inverted_text){(uint32_t)row, column, (uint32_t)reading->count};
}

static void read_text(struct reading *reading, size_t row, unsigned column, const char *text)
{
    begin_text(reading, row, column);
    tokens_each_word(reading->tokenizer, text, strlen(text), take_word, reading);
    add_found(reading, no_term);
}

static void read_texts(struct reading *reading, struct index *index)
{
    struct statement *rows = statement_get(index, SQL_SEARCH_TEXTS);
    while (statement_row(rows)) {
        for (unsigned column = 0; column < TEXT_COLUMNS; column++)
            read_text(reading, statement_size(rows, 0), column, statement_text_here(rows, (int)column + 1));
    }
    statement_end(rows);
    begin_text(reading, 0, 0); /* where the last one ends */
    reading->inverted->text_count--;
}

static int by_stem(const void *a, const void *b)
{
    return strcmp(((const struct inverted_term *)a)->stem, ((const struct inverted_term *)b)->stem);
}

/* Each number behind the others of its term. */
static void sort_numbers(const struct reading *reading)
{
    struct inverted *inverted = reading->inverted;
    uint32_t *end = inverted->numbers = memory_resize(NULL, (reading->count + 1) * sizeof *end);
    for (size_t i = 0; i < inverted->term_count; i++) {
        inverted->terms[i].numbers = end;
        end += inverted->terms[i].count;
        inverted->terms[i].count = 0;
    }
    for (size_t i = 0; i < reading->count; i++) {
        if (reading->found[i] == no_term)
            continue;
        struct inverted_term *term = &inverted->terms[reading->found[i]];
        inverted->numbers[(size_t)(term->numbers - inverted->numbers) + term->count++] = (uint32_t)i;
    }
    if (inverted->term_count)
        qsort(inverted->terms, inverted->term_count, sizeof *inverted->terms, by_stem);
}

static void note_near(const struct reading *reading)
{
    struct inverted *inverted = reading->inverted;
    size_t count = reading->count / INVERTED_NEAR + 1;
    inverted->near = arena_array(&inverted->arena, count, sizeof *inverted->near);
    for (size_t i = 0, text = 0; i < count; i++) {
        while (text + 1 < inverted->text_count && inverted->texts[text + 1].first <= i * INVERTED_NEAR)
            text++;
        inverted->near[i] = (uint32_t)text;
    }
}

struct inverted *inverted_read(struct index *index)
{
    struct inverted *inverted = memory_zeroed(1, sizeof *inverted);
    struct reading reading = {.inverted = inverted, .tokenizer = tokenizer_open(index)};
    if (reading.tokenizer)
        read_texts(&reading, index);
    sort_numbers(&reading);
    note_near(&reading);
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
    free(inverted->numbers);
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

size_t inverted_length(const struct inverted_text *text)
{
    return text[1].first - text->first - 1U;
}

static struct inverted_place stands_where(const struct inverted *inverted, uint32_t number)
{
    const struct inverted_text *text = &inverted->texts[inverted->near[number / INVERTED_NEAR]];
    while (text[1].first <= number)
        text++;
    return (struct inverted_place){text->row, text->column & 3U, (number - text->first) & OFFSET_MAX};
}

struct inverted_places inverted_places_of(const struct inverted *inverted, struct arena *arena,
                                          const struct inverted_term *term)
{
    struct inverted_places places = {arena_array(arena, term->count, sizeof *places.items), term->count};
    for (size_t i = 0; i < term->count; i++)
        places.items[i] = stands_where(inverted, term->numbers[i]);
    return places;
}

/* A term of a phrase, and how many of its numbers lie before what was last looked for: these are looked for in order. */
struct walked_term {
    const struct inverted_term *term;
    size_t passed;
};

/* Steps that double, then halves: what is near costs little, and most of it is. */
static bool stands_at(struct walked_term *walked, uint64_t number)
{
    const uint32_t *numbers = walked->term->numbers;
    size_t low = walked->passed;
    size_t high = low;
    for (size_t step = 1; high < walked->term->count && numbers[high] < number; step *= 2) {
        low = high + 1;
        high = step < walked->term->count - high ? high + step : walked->term->count;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (numbers[middle] < number)
            low = middle + 1;
        else
            high = middle;
    }
    walked->passed = low;
    return low < walked->term->count && numbers[low] == number;
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

/* From each number of the rarest of its terms one sees whether the others stand around it. */
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
        bool all = least->numbers[i] >= rarest;
        uint32_t first = least->numbers[i] - (uint32_t)rarest;
        for (size_t j = 0; all && j < count; j++)
            all = j == rarest || stands_at(&terms[j], (uint64_t)first + j);
        if (all)
            found.items[found.count++] = stands_where(inverted, first);
    }
    return found;
}
