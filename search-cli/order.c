#include "search-cli/order.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Less than 0 when `a` comes first; 0 when only the ids can tell. */
static int compare_scores(const struct match *a, const struct match *b)
{
    if (a->all != b->all)
        return a->all ? -1 : 1;
    return (a->score < b->score) - (a->score > b->score);
}

static int compare_entries(const void *a, const void *b)
{
    return compare_scores(*(const struct match *const *)a, *(const struct match *const *)b);
}

static void swap(const struct match **items, size_t a, size_t b)
{
    const struct match *kept = items[a];
    items[a] = items[b];
    items[b] = kept;
}

/*
 * Brings the best `wanted` of the entries to the front, in any order: splits
 * around a middle entry into better, equal and worse ones, and goes on in the
 * part in which the border lies.
 */
static void select_best(const struct match **items, size_t count, size_t wanted)
{
    size_t first = 0;
    size_t end = count;
    while (end - first > 1) {
        const struct match *middle = items[first + (end - first) / 2];
        size_t better = first;
        size_t worse = end;
        for (size_t i = first; i < worse;) {
            int order = compare_scores(items[i], middle);
            if (order < 0)
                swap(items, better++, i++);
            else if (order > 0)
                swap(items, i, --worse);
            else
                i++;
        }
        if (wanted <= better)
            end = better;
        else if (wanted >= worse)
            first = worse;
        else
            return;
    }
}

struct named {
    const struct match *match;
    const char *id;
};

static int compare_named(const void *a, const void *b)
{
    return strcmp(((const struct named *)a)->id, ((const struct named *)b)->id);
}

/* Puts entries of equal score in the order of their ids. */
static void order_ties(struct index *index, struct arena *arena, const struct match **items, size_t count)
{
    struct named *named = arena_array(arena, count, sizeof *named);
    for (size_t i = 0; i < count; i++)
        named[i] = (struct named){items[i], index_case_id(index, arena, items[i]->row)};
    qsort(named, count, sizeof *named, compare_named);
    for (size_t i = 0; i < count; i++)
        items[i] = named[i].match;
}

struct ordered order_by_score(struct index *index, struct arena *arena, const struct matches *matches, size_t limit,
                              size_t offset)
{
    size_t end = !limit || limit > matches->count - offset ? matches->count : offset + limit;
    if (offset >= matches->count)
        return (struct ordered){0};
    const struct match **items = arena_array(arena, matches->count, sizeof *items);
    for (size_t i = 0; i < matches->count; i++)
        items[i] = &matches->items[i];
    size_t sorted = end;
    if (end < matches->count) {
        select_best(items, matches->count, end);
        qsort(items, end, sizeof *items, compare_entries);
        /* Those equal to the last of the best come along, for their ids may be smaller. */
        for (size_t i = end; i < matches->count; i++)
            if (!compare_scores(items[i], items[end - 1]))
                swap(items, i, sorted++);
    } else {
        qsort(items, end, sizeof *items, compare_entries);
    }
    for (size_t first = 0, last; first < sorted; first = last) {
        for (last = first + 1; last < sorted && !compare_scores(items[first], items[last]);)
            last++;
        if (last - first > 1 && last > offset && first < end)
            order_ties(index, arena, items + first, last - first);
    }
    return (struct ordered){items + offset, end - offset};
}

/* The match of a row, by halving: matches are ordered by row. */
static const struct match *match_of(const struct matches *matches, size_t row)
{
    size_t first = 0;
    size_t end = matches->count;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        if (matches->items[middle].row == row)
            return &matches->items[middle];
        if (matches->items[middle].row < row)
            first = middle + 1;
        else
            end = middle;
    }
    return NULL;
}

/* The cases of a set that stand in a window of an order. What was counted must be there. */
static void add_rows(struct index *index, struct arena *arena, const struct matches *matches, enum case_order order,
                     const struct bitset *set, size_t limit, size_t offset, struct ordered *ordered)
{
    size_t there = bitset_size(set) - offset;
    size_t wanted = limit && limit < there ? limit : there;
    size_t count = 0;
    const size_t *rows = index_rows_in_order(index, arena, order, &count);
    for (size_t i = 0; i < count && wanted; i++) {
        if (!bitset_has(set, rows[i]))
            continue;
        if (offset) {
            offset--;
            continue;
        }
        ordered->items[ordered->count++] = match_of(matches, rows[i]);
        wanted--;
    }
    if (wanted)
        index_is_damaged(index);
}

struct ordered order_by_case(struct index *index, struct arena *arena, const struct matches *matches,
                             enum case_order order, size_t limit, size_t offset)
{
    size_t end = !limit || offset > SIZE_MAX - limit ? SIZE_MAX : offset + limit;
    struct ordered ordered = {arena_array(arena, matches->count, sizeof *ordered.items), 0};
    if (offset < matches->total)
        add_rows(index, arena, matches, order, &matches->all, limit, offset, &ordered);
    if (matches->related && end > matches->total) {
        size_t skipped = offset > matches->total ? offset - matches->total : 0;
        if (skipped < matches->related)
            add_rows(index, arena, matches, order, &matches->some, limit ? limit - ordered.count : 0, skipped,
                     &ordered);
    }
    return ordered;
}
