#include "search-cli/similar_all.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/bitset.h"
#include "indexer/index/inverted.h"
#include "indexer/index/lengths.h"
#include "indexer/index/queries.h"
#include "indexer/index/word_counts.h"
#include "search-cli/collect.h"
#include "search-cli/rank.h"

#define ESTIMATE_MARGIN 1e-6

/* How often the columns of a row have a term, and what that adds to a score. */
struct posting {
    uint32_t row;
    uint32_t term;
    uint16_t counts[TEXT_COLUMNS];
    double part;
};

struct all_term {
    const char *stem;
    const char *word; /* as it is written most often */
    size_t first;     /* of its postings, which are by row */
    size_t count;
    size_t everywhere;
    double telling;
};

/* A term of a facet; read when a case first has it. */
struct all_tag {
    struct similar_tag tag;
    struct bitset rows;
    const uint32_t *list; /* the same rows, one by one */
    size_t count;
    double weight;
};

struct similar_all {
    struct index *index;
    struct arena arena;
    size_t case_count;
    struct posting *postings;
    size_t posting_count;
    size_t posting_capacity;
    struct all_term *terms;
    size_t term_count;
    size_t row_count;  /* one past the largest row */
    uint32_t *of_rows; /* postings of row r: of_rows[row_starts[r]] to before row_starts[r + 1] */
    size_t *row_starts;
    const struct case_row **cases; /* by row */
    uint32_t *visible;             /* the rows of the cases that may be neighbours */
    size_t visible_count;
    struct all_tag *tags;
    size_t tag_count;
    size_t tag_capacity;
    double *words_sums; /* of the case that is asked for, by row */
    double *tag_sums;
    double column_sums[TEXT_COLUMNS];
};

static void add_posting(struct similar_all *all, const struct posting *posting)
{
    if (all->posting_count == all->posting_capacity) {
        all->posting_capacity = all->posting_capacity ? all->posting_capacity * 2 : 1024;
        all->postings = memory_resize(all->postings, all->posting_capacity * sizeof *all->postings);
    }
    all->postings[all->posting_count++] = *posting;
    all->row_count = posting->row >= all->row_count ? (size_t)posting->row + 1 : all->row_count;
}

static void take_term(struct similar_all *all, const struct inverted_term *words)
{
    const struct inverted_place *places = words->places;
    struct all_term *term = &all->terms[all->term_count];
    *term = (struct all_term){.stem = words->stem, .word = "", .first = all->posting_count};
    for (size_t i = 0; i < words->count;) {
        struct posting posting = {.row = places[i].row, .term = (uint32_t)all->term_count};
        for (; i < words->count && places[i].row == posting.row; i++) {
            uint16_t *seen = &posting.counts[places[i].column % TEXT_COLUMNS];
            *seen = (uint16_t)(*seen + (*seen < UINT16_MAX));
            all->column_sums[places[i].column % TEXT_COLUMNS]++;
        }
        add_posting(all, &posting);
    }
    term->count = all->posting_count - term->first;
    all->term_count++;
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

static void weigh_posting(const struct ranking *ranking, double idf, const uint32_t *lengths, struct posting *posting)
{
    double tf = 0;
    for (size_t column = 0; column < TEXT_COLUMNS; column++)
        if (posting->counts[column])
            tf += rank_hit_weight(ranking, lengths[column], column) * posting->counts[column];
    posting->part = rank_part_score(1, idf, tf);
}

static void weigh(struct similar_all *all)
{
    struct ranking ranking = {.case_count = all->case_count};
    struct lengths *lengths = lengths_of(all->index, &all->arena, all->row_count);
    for (size_t column = 0; column < TEXT_COLUMNS; column++)
        ranking.averages[column] = rank_average(all->column_sums[column], all->case_count);
    for (size_t i = 0; i < all->term_count; i++) {
        struct all_term *term = &all->terms[i];
        double idf = rank_idf(all->case_count, term->count);
        term->telling = similar_telling(term->word, term->everywhere, all->case_count);
        for (size_t j = 0; j < term->count; j++) {
            struct posting *posting = &all->postings[term->first + j];
            weigh_posting(&ranking, idf, lengths_at(lengths, posting->row), posting);
        }
    }
}

/* The postings again, from the side of the rows. */
static void turn(struct similar_all *all)
{
    size_t *at = all->row_starts = arena_array(&all->arena, all->row_count + 2, sizeof *all->row_starts);
    all->of_rows = arena_array(&all->arena, all->posting_count, sizeof *all->of_rows);
    for (size_t i = 0; i < all->posting_count; i++)
        at[all->postings[i].row + 2]++;
    for (size_t row = 1; row <= all->row_count; row++)
        at[row + 1] += at[row];
    for (size_t i = 0; i < all->posting_count; i++)
        all->of_rows[at[all->postings[i].row + 1]++] = (uint32_t)i;
}

static uint32_t *list_rows(struct arena *arena, const struct bitset *rows, size_t row_count, size_t *count)
{
    uint32_t *list = arena_array(arena, bitset_size(rows), sizeof *list);
    *count = 0;
    for (size_t row = 0; bitset_next(rows, row, &row) && row < row_count; row++)
        list[(*count)++] = (uint32_t)row;
    return list;
}

static void take_cases(struct similar_all *all, const struct case_rows *cases)
{
    struct bitset visible = {0};
    struct bitset stands = index_visible_rows(all->index, &all->arena);
    all->cases = arena_array(&all->arena, all->row_count + 1, sizeof(struct case_row *));
    for (size_t i = 0; i < cases->count; i++) {
        const struct case_row *row = &cases->items[i];
        if (row->row < all->row_count)
            all->cases[row->row] = row;
        if (row->row < all->row_count && bitset_has(&stands, row->row))
            bitset_add(&all->arena, &visible, row->row);
    }
    all->visible = list_rows(&all->arena, &visible, all->row_count, &all->visible_count);
    all->words_sums = arena_array(&all->arena, all->row_count + 1, sizeof *all->words_sums);
    all->tag_sums = arena_array(&all->arena, all->row_count + 1, sizeof *all->tag_sums);
}

struct similar_all *similar_all_read(struct index *index, const struct inverted *words, const struct case_rows *cases)
{
    struct similar_all *all = memory_resize(NULL, sizeof *all);
    *all = (struct similar_all){.index = index, .case_count = index_case_count(index)};
    all->terms = arena_array(&all->arena, words->term_count, sizeof *all->terms);
    for (size_t i = 0; i < words->term_count; i++)
        take_term(all, &words->terms[i]);
    name_terms(all);
    weigh(all);
    turn(all);
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

/* A word that tells about a case. */
struct telling {
    const struct all_term *term;
    double tells;
};

static bool tells_more(const struct telling *a, const struct telling *b)
{
    return a->tells > b->tells || (a->tells == b->tells && strcmp(a->term->stem, b->term->stem) < 0);
}

/* The words of a case that tell most, the most telling first: each goes where it belongs, and the last falls out. */
static size_t telling_words(const struct similar_all *all, size_t row, struct telling *best)
{
    size_t count = 0;
    for (size_t i = all->row_starts[row]; i < all->row_starts[row + 1]; i++) {
        const struct posting *posting = &all->postings[all->of_rows[i]];
        struct telling one = {&all->terms[posting->term], 0};
        double weight = 0;
        size_t occurrences = 0;
        for (size_t column = 0; column < TEXT_COLUMNS; column++) {
            weight += posting->counts[column] * rank_columns[column].weight;
            occurrences += posting->counts[column];
        }
        one.tells = similar_tells(one.term->telling, weight, occurrences, one.term->everywhere);
        if (one.tells <= 0 || (count == SIMILAR_WORDS && !tells_more(&one, &best[count - 1])))
            continue;
        size_t at = count < SIMILAR_WORDS ? count++ : count - 1;
        for (; at && tells_more(&one, &best[at - 1]); at--)
            best[at] = best[at - 1];
        best[at] = one;
    }
    return count;
}

static void add_words(struct similar_all *all, const struct telling *words, size_t count)
{
    memset(all->words_sums, 0, all->row_count * sizeof *all->words_sums);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < words[i].term->count; j++) {
            const struct posting *posting = &all->postings[words[i].term->first + j];
            all->words_sums[posting->row] += posting->part;
        }
}

static const struct all_tag *tag_of(struct similar_all *all, const struct facet *facet, const char *term)
{
    for (size_t i = 0; i < all->tag_count; i++)
        if (all->tags[i].tag.facet == facet && !strcmp(all->tags[i].tag.term, term))
            return &all->tags[i];
    all->tags = arena_grow(&all->arena, all->tags, all->tag_count, &all->tag_capacity, sizeof *all->tags);
    struct all_tag *tag = &all->tags[all->tag_count++];
    tag->tag = (struct similar_tag){facet, arena_string(&all->arena, term)};
    tag->rows = index_term_rows(all->index, &all->arena, facet->key, term);
    tag->list = list_rows(&all->arena, &tag->rows, all->row_count, &tag->count);
    tag->weight = rank_idf(all->case_count, bitset_size(&tag->rows));
    return tag;
}

/*
 * The case's own tags, whose names live in the arena, and for every row the weight of those it shares; returns the weight
 * of all.
 */
static double add_tags(struct similar_all *all, struct arena *arena, size_t row, struct all_tag *own, size_t *count)
{
    double sum = 0;
    memset(all->tag_sums, 0, all->row_count * sizeof *all->tag_sums);
    for (size_t i = 0; i < SIMILAR_FIELDS; i++) {
        struct string_list terms = index_case_terms(all->index, arena, row, similar_fields[i]);
        for (size_t j = 0; j < terms.count && *count < PLAN_TERMS_MAX; j++) {
            own[*count] = *tag_of(all, facet_find(similar_fields[i]), terms.items[j]);
            own[*count].tag.term = terms.items[j];
            sum += own[*count].weight;
            for (size_t k = 0; k < own[*count].count; k++)
                all->tag_sums[own[*count].list[k]] += own[*count].weight;
            (*count)++;
        }
    }
    return sum;
}

struct neighbour {
    size_t row;
    double similarity;
};

static bool is_nearer(const struct similar_all *all, const struct neighbour *a, const struct neighbour *b)
{
    return a->similarity > b->similarity ||
           (a->similarity == b->similarity && strcmp(all->cases[a->row]->id, all->cases[b->row]->id) < 0);
}

static size_t nearest_rows(const struct similar_all *all, size_t row, double tag_sum, struct neighbour *best,
                           size_t limit)
{
    size_t count = 0;
    double own = rank_rounded(all->words_sums[row]);
    double scale = own > 0 ? 1 / own : 0;
    double tag_scale = tag_sum > 0 ? 1 / tag_sum : 0;
    double least = -1;
    for (size_t i = 0; i < all->visible_count; i++) {
        size_t other = all->visible[i];
        /* Most are far off, which an estimate tells without rounding and dividing. */
        if (all->words_sums[other] * scale + all->tag_sums[other] * tag_scale < least)
            continue;
        double words = own > 0 ? rank_rounded(all->words_sums[other]) / own : 0;
        double tags = tag_sum > 0 ? all->tag_sums[other] / tag_sum : 0;
        struct neighbour one = {other, ((words < 1 ? words : 1) + tags) / 2};
        if (other == row || one.similarity <= 0 || (count == limit && !is_nearer(all, &one, &best[count - 1])))
            continue;
        size_t at = count < limit ? count++ : count - 1;
        for (; at && is_nearer(all, &one, &best[at - 1]); at--)
            best[at] = best[at - 1];
        best[at] = one;
        least = count == limit ? 2 * best[count - 1].similarity - ESTIMATE_MARGIN : least;
    }
    return count;
}

static int by_row(const void *row, const void *posting)
{
    uint32_t a = *(const uint32_t *)row;
    uint32_t b = ((const struct posting *)posting)->row;
    return (a > b) - (a < b);
}

/* A row's posting of a term where its text has it, and not only its tags; else NULL. */
static const struct posting *written_in(const struct similar_all *all, const struct telling *word, size_t row)
{
    uint32_t key = (uint32_t)row;
    const struct posting *posting =
        bsearch(&key, all->postings + word->term->first, word->term->count, sizeof *all->postings, by_row);
    for (size_t column = 0; posting && column < TEXT_COLUMNS; column++)
        if (column != TEXT_TAGS && posting->counts[column])
            return posting;
    return NULL;
}

/* The words that both texts have, by what they add to the similarity. */
static void give_words(const struct similar_all *all, struct arena *arena, const struct telling *words, size_t count,
                       const size_t rows[2], struct string_list *shared)
{
    double parts[SIMILAR_WORDS] = {0};
    for (size_t i = 0; i < count; i++) {
        const struct posting *posting = written_in(all, &words[i], rows[1]);
        parts[i] = posting && written_in(all, &words[i], rows[0]) ? rank_rounded(posting->part) : 0;
    }
    for (size_t given = 0; given < SIMILAR_REASONS; given++) {
        size_t most = 0;
        for (size_t i = 1; i < count; i++)
            most = parts[i] > parts[most] ? i : most;
        if (!count || parts[most] <= 0)
            return;
        string_list_add(arena, shared, arena_string(arena, words[most].term->word));
        parts[most] = 0;
    }
}

/* Those of the tags that a row has too. */
static void give_tags(struct arena *arena, const struct all_tag *tags, size_t count, size_t row,
                      struct similar_case *similar)
{
    struct similar_tag shared[PLAN_TERMS_MAX];
    for (size_t i = 0; i < count; i++)
        if (bitset_has(&tags[i].rows, row))
            shared[similar->tag_count++] = tags[i].tag;
    similar->tags = arena_array(arena, similar->tag_count, sizeof *similar->tags);
    if (similar->tag_count)
        memcpy(similar->tags, shared, similar->tag_count * sizeof *shared);
}

struct similar_cases similar_all_find(struct similar_all *all, struct arena *arena, size_t row, size_t limit)
{
    struct telling words[SIMILAR_WORDS];
    struct all_tag tags[PLAN_TERMS_MAX];
    size_t tag_count = 0;
    if (row >= all->row_count || !limit)
        return (struct similar_cases){0};
    size_t word_count = telling_words(all, row, words);
    add_words(all, words, word_count);
    double tag_sum = add_tags(all, arena, row, tags, &tag_count);
    struct neighbour *best = arena_array(arena, limit, sizeof *best);
    size_t count = nearest_rows(all, row, tag_sum, best, limit);
    struct similar_cases found = {arena_array(arena, count, sizeof *found.items), 0};
    for (size_t i = 0; i < count; i++) {
        struct similar_case *similar = &found.items[found.count++];
        similar->study = *all->cases[best[i].row];
        similar->similarity = best[i].similarity;
        give_words(all, arena, words, word_count, (const size_t[]){row, best[i].row}, &similar->words);
        give_tags(arena, tags, tag_count, best[i].row, similar);
    }
    return found;
}
