#include "catalogue/reports/counts.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/index/queries.h"

struct term_counts counts_read(struct index *index, struct arena *arena, const struct facet *facet,
                               const struct bitset *within)
{
    const struct vocabulary *vocabulary = vocabulary_find(index_vocabularies(index), facet->vocabulary);
    struct term_counts counts = {.facet = facet, .count = vocabulary ? vocabulary->count : 0};
    counts.items = arena_array(arena, counts.count, sizeof *counts.items);
    for (size_t i = 0; i < counts.count; i++) {
        struct term_count *item = &counts.items[i];
        item->term = &vocabulary->terms[i];
        item->rows = index_term_rows(index, arena, facet->key, item->term->id);
        bitset_and(&item->rows, within);
        item->count = bitset_size(&item->rows);
        if (item->count > counts.largest)
            counts.largest = item->count;
    }
    return counts;
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
