/* Which matches are shown, in what order. */
#include "tests/unit/golden_index.h"

#include <stdlib.h>
#include <string.h>

#include "search-cli/order.h"

enum { MATCHES = 500 };

static struct arena arena;
static struct match items[MATCHES];

static int close_all(void **state)
{
    arena_free(&arena);
    return golden_close(state);
}

/* Scores without ties, in no order; a third hold all the words. */
static struct matches many(void)
{
    for (size_t i = 0; i < MATCHES; i++)
        items[i] = (struct match){1000 + i, SIZE_MAX, (double)(i * 7919 % MATCHES) + 1, i % 3 == 0};
    return (struct matches){.items = items, .count = MATCHES};
}

static int naive(const void *a, const void *b)
{
    const struct match *one = a;
    const struct match *other = b;
    if (one->all != other->all)
        return one->all ? -1 : 1;
    return (one->score < other->score) - (one->score > other->score);
}

static void test_the_best_of_many(void **state)
{
    (void)state;
    static const size_t windows[][2] = {{10, 0}, {1, 0}, {10, 160}, {10, 495}, {0, 0}, {0, 490}, {500, 0}, {7, 333}};
    struct matches matches = many();
    static struct match sorted[MATCHES];
    memcpy(sorted, items, sizeof items);
    qsort(sorted, MATCHES, sizeof *sorted, naive);
    for (size_t i = 0; i < COUNT_OF(windows); i++) {
        size_t limit = windows[i][0];
        size_t offset = windows[i][1];
        struct ordered ordered = order_by_score(golden_index, &arena, &matches, limit, offset);
        size_t expected = limit && limit < MATCHES - offset ? limit : MATCHES - offset;
        assert_int_equal(ordered.count, expected);
        for (size_t j = 0; j < ordered.count; j++)
            assert_int_equal(ordered.items[j]->row, sorted[offset + j].row);
    }
}

static void test_an_offset_behind_the_end(void **state)
{
    (void)state;
    struct matches matches = many();
    assert_int_equal(order_by_score(golden_index, &arena, &matches, 10, MATCHES).count, 0);
    assert_int_equal(order_by_score(golden_index, &arena, &matches, 10, SIZE_MAX).count, 0);
    assert_int_equal(order_by_score(golden_index, &arena, &(struct matches){0}, 10, 0).count, 0);
}

/* Equal scores go by id, whatever their rows are, also where the window cuts through them. */
static void test_ties_go_by_id(void **state)
{
    (void)state;
    struct case_rows rows = index_cases(golden_index, &arena, ORDER_ID, NULL);
    struct matches matches = {.items = items, .count = rows.count};
    for (size_t i = 0; i < rows.count; i++)
        items[i] = (struct match){rows.items[rows.count - 1 - i].row, SIZE_MAX, 2.5, true};
    for (size_t offset = 0; offset < rows.count; offset++) {
        struct ordered ordered = order_by_score(golden_index, &arena, &matches, 1, offset);
        assert_int_equal(ordered.count, 1);
        assert_int_equal(ordered.items[0]->row, rows.items[offset].row);
    }
}

/* In an order of the index, those with all the words still come first. */
static void test_order_of_the_index(void **state)
{
    (void)state;
    struct case_rows rows = index_cases(golden_index, &arena, ORDER_TITLE, NULL);
    struct matches matches = {.items = items};
    struct bitset there = {0};
    for (size_t i = 0; i < rows.count; i++)
        bitset_add(&arena, &there, rows.items[i].row);
    for (size_t row = 0; bitset_next(&there, row, &row); row++) {
        bool all = row % 2 == 0;
        items[matches.count++] = (struct match){row, SIZE_MAX, 0, all};
        bitset_add(&arena, all ? &matches.all : &matches.some, row);
        matches.total += all;
        matches.related += !all;
    }
    struct ordered ordered = order_by_case(golden_index, &arena, &matches, ORDER_TITLE, 0, 0);
    assert_int_equal(ordered.count, rows.count);
    for (size_t i = 0; i < ordered.count; i++)
        assert_int_equal(ordered.items[i]->all, i < matches.total);
    for (size_t i = 0; i < ordered.count; i++) {
        struct ordered one = order_by_case(golden_index, &arena, &matches, ORDER_TITLE, 1, i);
        assert_int_equal(one.count, 1);
        assert_int_equal(one.items[0]->row, ordered.items[i]->row);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_best_of_many),
        cmocka_unit_test(test_an_offset_behind_the_end),
        cmocka_unit_test(test_ties_go_by_id),
        cmocka_unit_test(test_order_of_the_index),
    };
    return cmocka_run_group_tests(tests, golden_open, close_all);
}
