#include "search-cli/similar_all.h"

#include <stdlib.h>
#include <string.h>

#include "search-cli/similar_all_parts.h"

#define ESTIMATE_MARGIN 1e-6

/* Tags of one case, as numbers among those of all. */
struct own_tags {
    const uint32_t *items;
    size_t count;
    double sum; /* of their weights */
};

/* For every row what the words add to its score. */
static void add_words(struct similar_all *all, const struct telling *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct all_term *term = &all->terms[words[i].term];
        for (size_t j = 0; j < term->count; j++)
            all->words_sums[all->postings[term->first + j].row] += all->postings[term->first + j].part;
    }
}

/* The sums are 0 again, only where they are not: each case would else cost as much as there are cases. */
static void forget_words(struct similar_all *all, const struct telling *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct all_term *term = &all->terms[words[i].term];
        for (size_t j = 0; j < term->count; j++)
            all->words_sums[all->postings[term->first + j].row] = 0;
    }
}

static struct own_tags tags_of(const struct similar_all *all, size_t row)
{
    size_t first = all->tag_starts[row];
    size_t count = all->tag_starts[row + 1] - first;
    struct own_tags own = {all->tags_of + first, count < PLAN_TERMS_MAX ? count : PLAN_TERMS_MAX, 0};
    for (size_t i = 0; i < own.count; i++)
        own.sum += all->tags[own.items[i]].weight;
    return own;
}

struct neighbour {
    size_t row;
    double similarity;
};

/* The nearest so far of the case in `row`, the nearest first. */
struct nearest {
    struct similar_all *all;
    size_t row;
    double words; /* what its own words score */
    double scale; /* 1 of these; 0 where it is 0 */
    const struct own_tags *tags;
    struct neighbour *best;
    size_t count;
    size_t limit;
    double least; /* what the shares of words and tags of a nearer one come to together; -1: anything */
};

static bool is_nearer(const struct similar_all *all, const struct neighbour *a, const struct neighbour *b)
{
    return a->similarity > b->similarity ||
           (a->similarity == b->similarity && strcmp(all->cases[a->row]->id, all->cases[b->row]->id) < 0);
}

static double words_alike(const struct nearest *nearest, size_t row)
{
    double words = nearest->words > 0 ? rank_rounded(nearest->all->words_sums[row]) / nearest->words : 0;
    return words < 1 ? words : 1;
}

static double tags_alike(const struct nearest *nearest, size_t row)
{
    double sum = 0;
    for (size_t i = 0; i < nearest->tags->count; i++) {
        const struct all_tag *tag = &nearest->all->tags[nearest->tags->items[i]];
        sum += bitset_has(&tag->rows, row) ? tag->weight : 0;
    }
    return nearest->tags->sum > 0 ? sum / nearest->tags->sum : 0;
}

/* A row goes where it belongs, and the last falls out. */
static void look_at(struct nearest *nearest, size_t row)
{
    struct similar_all *all = nearest->all;
    struct neighbour *best = nearest->best;
    /* Most are far off even with all tags, which an estimate tells without rounding. */
    if (all->words_sums[row] * nearest->scale + 1 < nearest->least)
        return;
    if (all->seen[row] == all->asked || row == nearest->row || !bitset_has(&all->visible, row))
        return;
    all->seen[row] = all->asked;
    struct neighbour one = {row, (words_alike(nearest, row) + tags_alike(nearest, row)) / 2};
    bool is_full = nearest->count == nearest->limit;
    if (one.similarity <= 0 || (is_full && !is_nearer(all, &one, &best[nearest->count - 1])))
        return;
    size_t at = is_full ? nearest->count - 1 : nearest->count++;
    for (; at && is_nearer(all, &one, &best[at - 1]); at--)
        best[at] = best[at - 1];
    best[at] = one;
    if (nearest->count == nearest->limit)
        nearest->least = 2 * best[nearest->limit - 1].similarity - ESTIMATE_MARGIN;
}

static void look_by_words(struct nearest *nearest, const struct telling *words, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct all_term *term = &nearest->all->terms[words[i].term];
        for (size_t j = 0; j < term->count; j++)
            look_at(nearest, nearest->all->postings[term->first + j].row);
    }
}

/* The tag that is left which the fewest rows have. */
static size_t rarest_of(const struct nearest *nearest, const bool *taken)
{
    const struct all_tag *tags = nearest->all->tags;
    size_t rarest = SIZE_MAX;
    for (size_t i = 0; i < nearest->tags->count; i++)
        if (!taken[i] &&
            (rarest == SIZE_MAX || tags[nearest->tags->items[i]].count < tags[nearest->tags->items[rarest]].count))
            rarest = i;
    return rarest;
}

/*
 * Rows that share no word have no more than their tags. Whoever has none of the tags looked at has at most what is left,
 * and once that is too little nobody else can be near: the common tags, which most rows have, need mostly not be looked
 * at. MaxScore: Turtle and Flood, Query evaluation: strategies and optimizations, 1995.
 */
static void look_by_tags(struct nearest *nearest)
{
    bool taken[PLAN_TERMS_MAX] = {false};
    double left = nearest->tags->sum;
    for (size_t i = 0; i < nearest->tags->count && left >= nearest->least * nearest->tags->sum; i++) {
        size_t rarest = rarest_of(nearest, taken);
        const struct all_tag *tag = &nearest->all->tags[nearest->tags->items[rarest]];
        taken[rarest] = true;
        left -= tag->weight;
        for (size_t j = 0; j < tag->count; j++)
            look_at(nearest, tag->list[j]);
    }
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
    const struct all_term *term = &all->terms[word->term];
    const struct posting *posting =
        bsearch(&key, all->postings + term->first, term->count, sizeof *all->postings, by_row);
    return posting && posting->is_written ? posting : NULL;
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
        string_list_add(arena, shared, arena_string(arena, all->terms[words[most].term].word));
        parts[most] = 0;
    }
}

/* Those of the tags that a row has too; `terms` are their terms, in the arena. */
static void give_tags(const struct similar_all *all, struct arena *arena, const struct own_tags *own,
                      const char *const *terms, size_t row, struct similar_case *similar)
{
    similar->tags = arena_array(arena, own->count, sizeof *similar->tags);
    for (size_t i = 0; i < own->count; i++) {
        const struct all_tag *tag = &all->tags[own->items[i]];
        if (bitset_has(&tag->rows, row))
            similar->tags[similar->tag_count++] = (struct similar_tag){tag->tag.facet, terms[i]};
    }
}

struct similar_cases similar_all_find(struct similar_all *all, struct arena *arena, size_t row, size_t limit)
{
    if (row >= all->row_count || !limit)
        return (struct similar_cases){0};
    const struct own_tags tags = tags_of(all, row);
    const struct telling *words = &all->telling[row * SIMILAR_WORDS];
    size_t word_count = all->telling_counts[row];
    add_words(all, words, word_count);
    struct nearest nearest = {.all = all,
                              .row = row,
                              .words = rank_rounded(all->words_sums[row]),
                              .tags = &tags,
                              .best = arena_array(arena, limit, sizeof(struct neighbour)),
                              .limit = limit,
                              .least = -1};
    nearest.scale = nearest.words > 0 ? 1 / nearest.words : 0;
    all->asked++;
    look_by_words(&nearest, words, word_count);
    look_by_tags(&nearest);
    forget_words(all, words, word_count);
    const char *terms[PLAN_TERMS_MAX];
    for (size_t i = 0; i < tags.count; i++)
        terms[i] = arena_string(arena, all->tags[tags.items[i]].tag.term);
    struct similar_cases found = {arena_array(arena, nearest.count, sizeof *found.items), 0};
    for (size_t i = 0; i < nearest.count; i++) {
        const struct neighbour *near = &nearest.best[i];
        struct similar_case *similar = &found.items[found.count++];
        similar->study = *all->cases[near->row];
        similar->similarity = near->similarity;
        give_words(all, arena, words, word_count, (const size_t[]){row, near->row}, &similar->words);
        give_tags(all, arena, &tags, terms, near->row, similar);
    }
    return found;
}
