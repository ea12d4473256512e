#include "search-cli/counts.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/index/queries.h"

/* The terms of a facet, nothing counted yet. */
static struct term_counts list_terms(struct index *index, struct arena *arena, const struct facet *facet)
{
    const struct vocabulary *vocabulary = vocabulary_find(index_vocabularies(index), facet->vocabulary);
    struct term_counts counts = {.facet = facet, .count = vocabulary ? vocabulary->count : 0};
    counts.items = arena_array(arena, counts.count, sizeof *counts.items);
    for (size_t i = 0; i < counts.count; i++)
        counts.items[i].term = &vocabulary->terms[i];
    return counts;
}

static struct term_counts with_largest(struct term_counts counts)
{
    for (size_t i = 0; i < counts.count; i++)
        if (counts.items[i].count > counts.largest)
            counts.largest = counts.items[i].count;
    return counts;
}

struct term_counts counts_read(struct index *index, struct arena *arena, const struct facet *facet,
                               const struct bitset *within)
{
    struct term_counts counts = list_terms(index, arena, facet);
    for (size_t i = 0; i < counts.count; i++) {
        struct term_count *item = &counts.items[i];
        item->rows = index_term_rows(index, arena, facet->key, item->term->id);
        bitset_and(&item->rows, within);
        item->count = bitset_size(&item->rows);
    }
    return with_largest(counts);
}

/* By row: which terms it has. Comes to the same, with less to read when there are fewer rows than terms. */
static void count_by_row(struct index *index, struct arena *arena, const struct bitset *rows,
                         struct term_counts *counts)
{
    for (size_t row = 0; bitset_next(rows, row, &row); row++) {
        struct string_list terms = index_case_terms(index, arena, row, counts->facet->key);
        for (size_t i = 0; i < counts->count; i++)
            counts->items[i].count += string_list_have(&terms, counts->items[i].term->id);
    }
}

struct term_counts counts_quick(struct index *index, struct arena *arena, const struct facet *facet,
                                const struct bitset *within)
{
    struct term_counts counts = list_terms(index, arena, facet);
    if (bitset_size(within) >= counts.count)
        return counts_read(index, arena, facet, within);
    count_by_row(index, arena, within, &counts);
    return with_largest(counts);
}

struct term_counts counts_within(struct arena *arena, const struct term_counts *counts, const struct bitset *within)
{
    struct term_counts fewer = {.facet = counts->facet, .count = counts->count};
    fewer.items = arena_array(arena, fewer.count, sizeof *fewer.items);
    for (size_t i = 0; i < fewer.count; i++) {
        struct term_count *item = &fewer.items[i];
        *item = (struct term_count){counts->items[i].term, bitset_copy(arena, &counts->items[i].rows), 0};
        bitset_and(&item->rows, within);
        item->count = bitset_size(&item->rows);
    }
    return with_largest(fewer);
}

const struct term_counts *counts_of(const struct term_counts *counts, const char *facet)
{
    return &counts[facet_find(facet) - facets];
}

struct bitset counts_any(struct arena *arena, const struct term_counts *counts, const char *facet,
                         const char *const *terms)
{
    const struct term_counts *of = counts_of(counts, facet);
    struct bitset rows = {0};
    for (; *terms; terms++)
        for (size_t i = 0; i < of->count; i++)
            if (strcmp(of->items[i].term->id, *terms) == 0)
                bitset_or(arena, &rows, &of->items[i].rows);
    return rows;
}

struct term_counts counts_sorted(struct arena *arena, const struct term_counts *counts)
{
    struct term_counts sorted = *counts;
    sorted.items = arena_array(arena, counts->count, sizeof *sorted.items);
    for (size_t i = 0; i < counts->count; i++) {
        size_t at = i;
        for (; at && sorted.items[at - 1].count < counts->items[i].count; at--)
            sorted.items[at] = sorted.items[at - 1];
        sorted.items[at] = counts->items[i];
    }
    return sorted;
}

static int compare_counts(const void *a, const void *b)
{
    const struct term_count *x = a;
    const struct term_count *y = b;
    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return strcmp(x->term->label, y->term->label);
}

struct term_counts counts_top(struct arena *arena, const struct term_counts *counts, size_t limit)
{
    struct term_counts top = *counts;
    top.items = arena_array(arena, counts->count, sizeof *top.items);
    top.count = 0;
    for (size_t i = 0; i < counts->count; i++) {
        if (counts->items[i].count)
            top.items[top.count++] = counts->items[i];
    }
    if (top.count)
        qsort(top.items, top.count, sizeof *top.items, compare_counts);
    if (top.count > limit)
        top.count = limit;
    return top;
}
