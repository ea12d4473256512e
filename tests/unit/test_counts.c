#include "search-cli/counts.h"

#include <string.h>

#include "tests/unit/golden_index.h"

/* The sets that are few enough for the rows to be read, and the one of all cases. */
static struct bitset first_rows(size_t count)
{
    struct bitset rows = {0};
    for (size_t row = 0; count && bitset_next(&golden_visible, row, &row); row++, count--)
        bitset_add(&golden_arena, &rows, row);
    return rows;
}

static void assert_same(const struct term_counts *a, const struct term_counts *b)
{
    assert_int_equal(a->count, b->count);
    assert_int_equal(a->largest, b->largest);
    for (size_t i = 0; i < a->count; i++) {
        assert_ptr_equal(a->items[i].term, b->items[i].term);
        assert_int_equal(a->items[i].count, b->items[i].count);
    }
}

static void both_ways_of_counting_come_to_the_same(void **state)
{
    (void)state;
    size_t all = bitset_size(&golden_visible);
    assert_true(all > 2);
    for (size_t size = 0; size <= all; size++) {
        struct bitset rows = first_rows(size);
        assert_int_equal(bitset_size(&rows), size);
        for (size_t i = 0; i < FACET_COUNT; i++) {
            struct term_counts slow = counts_read(golden_index, &golden_arena, &facets[i], &rows);
            struct term_counts quick = counts_quick(golden_index, &golden_arena, &facets[i], &rows);
            assert_same(&slow, &quick);
        }
    }
}

static void rows_are_those_that_were_counted(void **state)
{
    (void)state;
    struct term_counts counts = counts_read(golden_index, &golden_arena, facet_find("priority_areas"), &golden_visible);
    assert_true(counts.largest > 0);
    for (size_t i = 0; i < counts.count; i++) {
        assert_int_equal(bitset_size(&counts.items[i].rows), counts.items[i].count);
        assert_int_equal(bitset_shared(&counts.items[i].rows, &golden_visible), counts.items[i].count);
    }
}

static void sorted_counts_keep_the_order_of_equal_terms(void **state)
{
    (void)state;
    struct term_counts counts = counts_read(golden_index, &golden_arena, facet_find("regions"), &golden_visible);
    struct term_counts sorted = counts_sorted(&golden_arena, &counts);
    assert_int_equal(sorted.count, counts.count);
    assert_int_equal(sorted.items[0].count, counts.largest);
    for (size_t i = 1; i < sorted.count; i++) {
        assert_true(sorted.items[i - 1].count >= sorted.items[i].count);
        /* The terms of a vocabulary stand in an array. */
        assert_true(sorted.items[i - 1].count > sorted.items[i].count ||
                    sorted.items[i - 1].term < sorted.items[i].term);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(both_ways_of_counting_come_to_the_same),
        cmocka_unit_test(rows_are_those_that_were_counted),
        cmocka_unit_test(sorted_counts_keep_the_order_of_equal_terms),
    };
    return cmocka_run_group_tests(tests, golden_open, golden_close);
}
