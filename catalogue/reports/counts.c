#include "catalogue/reports/counts.h"

#include <stdlib.h>
#include <string.h>

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
