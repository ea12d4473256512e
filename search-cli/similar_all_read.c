#include <stdlib.h>
#include <string.h>

#include "indexer/index/lengths.h"
#include "indexer/index/word_counts.h"
#include "search-cli/similar_all.h"
#include "search-cli/similar_all_parts.h"

/* How long all texts are and how far rows go. */
static void measure(struct similar_all *all, const struct inverted *words)
{
    for (size_t i = 0; i < words->text_count; i++)
        all->column_sums[words->texts[i].column % TEXT_COLUMNS] += (double)inverted_length(&words->texts[i]);
    all->row_count = words->text_count ? (size_t)words->texts[words->text_count - 1].row + 1 : 0;
}

static int by_stem(const void *stem, const void *term)
{
    return strcmp(stem, ((const struct all_term *)term)->stem);
}

/* How each term is written, and how often: the words come in byte order, so of equals the first stays. */
static void name_terms(struct similar_all *all)
{
    struct arena arena = {0};
    struct surface_words words = words_by_length(all->index, &arena, 0, SIZE_MAX / 4);
    size_t *most = arena_array(&arena, all->term_count, sizeof *most);
    for (size_t i = 0; i < words.count && all->term_count; i++) {
        struct all_term *term = bsearch(words.items[i].stem, all->terms, all->term_count, sizeof *term, by_stem);
        if (!term)
            continue;
        size_t number = (size_t)(term - all->terms);
        term->everywhere += words.items[i].count;
        if (words.items[i].count > most[number]) {
            most[number] = words.items[i].count;
            term->word = arena_string(&all->arena, words.items[i].word);
        }
    }
    arena_free(&arena);
}

/* How often each column of the row at `i` has the word; where the next row begins. */
static size_t count_row(const struct inverted_places *places, size_t i, size_t counts[TEXT_COLUMNS])
{
    const uint32_t row = places->items[i].row;
    memset(counts, 0, TEXT_COLUMNS * sizeof *counts);
    for (; i < places->count && places->items[i].row == row; i++)
        counts[places->items[i].column % TEXT_COLUMNS]++;
    return i;
}

static bool tells_more(const struct similar_all *all, const struct telling *a, const struct telling *b)
{
    return a->tells > b->tells ||
           (a->tells == b->tells && strcmp(all->terms[a->term].stem, all->terms[b->term].stem) < 0);
}

/* A word goes where it belongs among those of the row that tell most, and the last falls out. */
static void offer(struct similar_all *all, size_t row, struct telling one)
{
    struct telling *best = &all->telling[row * SIMILAR_WORDS];
    size_t *count = &all->telling_counts[row];
    if (one.tells <= 0 || (*count == SIMILAR_WORDS && !tells_more(all, &one, &best[*count - 1])))
        return;
    size_t at = *count < SIMILAR_WORDS ? (*count)++ : *count - 1;
    for (; at && tells_more(all, &one, &best[at - 1]); at--)
        best[at] = best[at - 1];
    best[at] = one;
}

static void offer_term(struct similar_all *all, size_t number, const struct inverted_places *places)
{
    const struct all_term *term = &all->terms[number];
    for (size_t i = 0; i < places->count;) {
        size_t row = places->items[i].row;
        size_t counts[TEXT_COLUMNS];
        size_t occurrences = 0;
        double weight = 0;
        i = count_row(places, i, counts);
        for (size_t column = 0; column < TEXT_COLUMNS; column++) {
            weight += (double)counts[column] * rank_columns[column].weight;
            occurrences += counts[column];
        }
        offer(all, row,
              (struct telling){(uint32_t)number, similar_tells(term->telling, weight, occurrences, term->everywhere)});
    }
}

/* The words that tell most about each row. */
static void find_telling(struct similar_all *all, const struct inverted *words)
{
    all->telling = arena_array(&all->arena, all->row_count, SIMILAR_WORDS * sizeof *all->telling);
    all->telling_counts = arena_array(&all->arena, all->row_count, sizeof *all->telling_counts);
    for (size_t i = 0; i < all->term_count; i++) {
        struct arena arena = {0};
        struct inverted_places places = {0};
        if (all->terms[i].telling > 0)
            places = inverted_places_of(words, &arena, &words->terms[i]);
        offer_term(all, i, &places);
        arena_free(&arena);
    }
    for (size_t row = 0; row < all->row_count; row++)
        for (size_t i = 0; i < all->telling_counts[row]; i++)
            all->terms[all->telling[row * SIMILAR_WORDS + i].term].is_telling = true;
}

static void take_terms(struct similar_all *all, const struct inverted *words)
{
    all->terms = arena_array(&all->arena, words->term_count, sizeof *all->terms);
    all->term_count = words->term_count;
    for (size_t i = 0; i < words->term_count; i++)
        all->terms[i] = (struct all_term){.stem = words->terms[i].stem, .word = ""};
    name_terms(all);
    for (size_t i = 0; i < all->term_count; i++)
        all->terms[i].telling = similar_telling(all->terms[i].word, all->terms[i].everywhere, all->case_count);
}

static struct posting *add_posting(struct similar_all *all)
{
    if (all->posting_count == all->posting_capacity) {
        all->posting_capacity = all->posting_capacity ? all->posting_capacity * 2 : 1024;
        all->postings = memory_resize(all->postings, all->posting_capacity * sizeof *all->postings);
    }
    return &all->postings[all->posting_count++];
}

static double part_of(const struct ranking *ranking, double idf, const uint32_t *lengths,
                      const size_t counts[TEXT_COLUMNS])
{
    double tf = 0;
    for (size_t column = 0; column < TEXT_COLUMNS; column++)
        if (counts[column])
            tf += rank_hit_weight(ranking, lengths[column], column) * (double)counts[column];
    return rank_part_score(1, idf, tf);
}

static void weigh_term(struct similar_all *all, const struct ranking *ranking, struct lengths *lengths,
                       const struct inverted_places *places, struct all_term *term)
{
    term->first = all->posting_count;
    for (size_t i = 0; i < places->count; i++)
        term->count += i == 0 || places->items[i].row != places->items[i - 1].row;
    double idf = rank_idf(all->case_count, term->count);
    for (size_t i = 0; i < places->count;) {
        uint32_t row = places->items[i].row;
        size_t counts[TEXT_COLUMNS];
        i = count_row(places, i, counts);
        double part = part_of(ranking, idf, lengths_at(lengths, row), counts);
        *add_posting(all) =
            (struct posting){row, counts[TEXT_TITLE] || counts[TEXT_SUMMARY] || counts[TEXT_BODY], part};
    }
}

/* The rows of each word that tells about any: those of the others are most of all, and nobody asks for them. */
static void weigh(struct similar_all *all, const struct inverted *words)
{
    struct ranking ranking = {.case_count = all->case_count};
    struct lengths *lengths = lengths_of(all->index, &all->arena, all->row_count);
    for (size_t column = 0; column < TEXT_COLUMNS; column++)
        ranking.averages[column] = rank_average(all->column_sums[column], all->case_count);
    for (size_t i = 0; i < all->term_count; i++) {
        struct arena arena = {0};
        if (all->terms[i].is_telling) {
            struct inverted_places places = inverted_places_of(words, &arena, &words->terms[i]);
            weigh_term(all, &ranking, lengths, &places, &all->terms[i]);
        }
        arena_free(&arena);
    }
}

static uint32_t *list_rows(struct arena *arena, const struct bitset *rows, size_t row_count, size_t *count)
{
    uint32_t *list = arena_array(arena, bitset_size(rows), sizeof *list);
    *count = 0;
    for (size_t row = 0; bitset_next(rows, row, &row) && row < row_count; row++)
        list[(*count)++] = (uint32_t)row;
    return list;
}

static struct all_tag tag_read(struct similar_all *all, const char *field, const char *term)
{
    struct all_tag tag = {.tag = {facet_find(field), term},
                          .rows = index_term_rows(all->index, &all->arena, field, term)};
    tag.list = list_rows(&all->arena, &tag.rows, all->row_count, &tag.count);
    tag.weight = rank_idf(all->case_count, bitset_size(&tag.rows));
    return tag;
}

/* The tags from the side of the rows. */
static void turn_tags(struct similar_all *all)
{
    size_t *at = all->tag_starts = arena_array(&all->arena, all->row_count + 2, sizeof *all->tag_starts);
    for (size_t i = 0; i < all->tag_count; i++)
        for (size_t j = 0; j < all->tags[i].count; j++)
            at[all->tags[i].list[j] + 2]++;
    for (size_t row = 1; row <= all->row_count; row++)
        at[row + 1] += at[row];
    all->tags_of = arena_array(&all->arena, at[all->row_count + 1], sizeof *all->tags_of);
    for (size_t i = 0; i < all->tag_count; i++)
        for (size_t j = 0; j < all->tags[i].count; j++)
            all->tags_of[at[all->tags[i].list[j] + 1]++] = (uint32_t)i;
}

static void take_tags(struct similar_all *all)
{
    size_t capacity = 0;
    for (size_t i = 0; i < SIMILAR_FIELDS; i++) {
        struct string_list terms = index_field_terms(all->index, &all->arena, similar_fields[i]);
        for (size_t j = 0; j < terms.count; j++) {
            all->tags = arena_grow(&all->arena, all->tags, all->tag_count, &capacity, sizeof *all->tags);
            all->tags[all->tag_count++] = tag_read(all, similar_fields[i], terms.items[j]);
        }
    }
    turn_tags(all);
}

static void take_cases(struct similar_all *all, const struct case_rows *cases)
{
    struct bitset stands = index_visible_rows(all->index, &all->arena);
    all->cases = arena_array(&all->arena, all->row_count + 1, sizeof(struct case_row *));
    for (size_t i = 0; i < cases->count; i++) {
        const struct case_row *row = &cases->items[i];
        if (row->row < all->row_count)
            all->cases[row->row] = row;
        if (row->row < all->row_count && bitset_has(&stands, row->row))
            bitset_add(&all->arena, &all->visible, row->row);
    }
    all->words_sums = arena_array(&all->arena, all->row_count + 1, sizeof *all->words_sums);
    all->seen = arena_array(&all->arena, all->row_count + 1, sizeof *all->seen);
}

struct similar_all *similar_all_read(struct index *index, const struct inverted *words, const struct case_rows *cases)
{
    struct similar_all *all = memory_resize(NULL, sizeof *all);
    *all = (struct similar_all){.index = index, .case_count = index_case_count(index)};
    measure(all, words);
    take_terms(all, words);
    find_telling(all, words);
    weigh(all, words);
    take_tags(all);
    take_cases(all, cases);
    if (!index_failed(index))
        return all;
    similar_all_free(all);
    return NULL;
}

void similar_all_free(struct similar_all *all)
{
    if (!all)
        return;
    arena_free(&all->arena);
    free(all->postings);
    free(all);
}
