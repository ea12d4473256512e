#include "indexer/base/bitset.h"

#include "tests/unit/unit.h"

enum { LIMIT = 400 };

/* A set of all multiples of `step` below LIMIT. */
static struct bitset multiples(struct arena *arena, size_t step)
{
    struct bitset set = {0};
    for (size_t i = 0; i < LIMIT; i += step)
        bitset_add(arena, &set, i);
    return set;
}

static void an_empty_set_holds_nothing(void **state)
{
    (void)state;
    struct bitset set = {0};
    size_t number = 7;
    assert_false(bitset_has(&set, 0));
    assert_false(bitset_has(&set, SIZE_MAX));
    assert_int_equal(bitset_size(&set), 0);
    assert_false(bitset_next(&set, 0, &number));
    bitset_remove(&set, 12);
    bitset_and(&set, &set);
    bitset_minus(&set, &set);
    assert_int_equal(bitset_size(&set), 0);
}

static void numbers_are_added_and_removed(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct bitset set = {0};
    static const size_t numbers[] = {0, 1, 63, 64, 65, 127, 128, 100000};
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        bitset_add(&arena, &set, numbers[i]);
        bitset_add(&arena, &set, numbers[i]);
        assert_true(bitset_has(&set, numbers[i]));
        assert_int_equal(bitset_size(&set), i + 1);
    }
    assert_false(bitset_has(&set, 62));
    assert_false(bitset_has(&set, 99999));
    bitset_remove(&set, 64);
    bitset_remove(&set, 64);
    assert_false(bitset_has(&set, 64));
    assert_int_equal(bitset_size(&set), COUNT_OF(numbers) - 1);
    arena_free(&arena);
}

static void walking_meets_each_number_once_and_in_order(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct bitset set = multiples(&arena, 7);
    size_t expected = 0;
    for (size_t number = 0; bitset_next(&set, number, &number); number++) {
        assert_int_equal(number, expected);
        expected += 7;
    }
    assert_int_equal(expected, 406);
    arena_free(&arena);
}

static void sets_combine_whatever_their_lengths(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct bitset twos = multiples(&arena, 2);
    struct bitset threes = multiples(&arena, 3);
    bitset_add(&arena, &threes, 5000); /* longer than the other */
    struct bitset both = bitset_copy(&arena, &twos);
    struct bitset either = bitset_copy(&arena, &twos);
    struct bitset without = bitset_copy(&arena, &threes);
    bitset_and(&both, &threes);
    bitset_or(&arena, &either, &threes);
    bitset_minus(&without, &twos);
    for (size_t i = 0; i < LIMIT; i++) {
        assert_int_equal(bitset_has(&both, i), i % 6 == 0);
        assert_int_equal(bitset_has(&either, i), i % 2 == 0 || i % 3 == 0);
        assert_int_equal(bitset_has(&without, i), i % 3 == 0 && i % 2 != 0);
    }
    assert_int_equal(bitset_shared(&twos, &threes), bitset_size(&both));
    assert_int_equal(bitset_shared(&threes, &twos), bitset_size(&both));
    assert_false(bitset_has(&both, 5000));
    assert_true(bitset_has(&either, 5000));
    assert_true(bitset_has(&without, 5000));
    bitset_and(&threes, &twos);
    assert_false(bitset_has(&threes, 5000));
    arena_free(&arena);
}

static void a_copy_stands_alone(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct bitset set = multiples(&arena, 5);
    struct bitset copy = bitset_copy(&arena, &set);
    bitset_remove(&set, 5);
    bitset_add(&arena, &set, 6);
    assert_true(bitset_has(&copy, 5));
    assert_false(bitset_has(&copy, 6));
    arena_free(&arena);
}

static void bytes_bring_the_set_back(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct bitset set = multiples(&arena, 11);
    unsigned char *bytes = arena_alloc(&arena, 8 * set.count);
    bitset_store(&set, bytes);
    assert_int_equal(bytes[0], 1);
    assert_int_equal(bytes[1], 1 << 3); /* 11 */
    struct bitset back = bitset_load(&arena, bytes, 8 * set.count);
    for (size_t i = 0; i < LIMIT; i++)
        assert_int_equal(bitset_has(&back, i), bitset_has(&set, i));
    /* A stored set that was cut short keeps what is there. */
    struct bitset cut = bitset_load(&arena, bytes, 2);
    assert_int_equal(bitset_size(&cut), 2);
    assert_int_equal(bitset_size(&(struct bitset){0}), 0);
    assert_int_equal(bitset_load(&arena, bytes, 0).count, 0);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_set_holds_nothing),
        cmocka_unit_test(numbers_are_added_and_removed),
        cmocka_unit_test(walking_meets_each_number_once_and_in_order),
        cmocka_unit_test(sets_combine_whatever_their_lengths),
        cmocka_unit_test(a_copy_stands_alone),
        cmocka_unit_test(bytes_bring_the_set_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
