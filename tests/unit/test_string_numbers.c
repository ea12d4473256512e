#include "indexer/base/string_numbers.h"

#include <stdio.h>

#include "tests/unit/unit.h"

static void test_the_same_string_has_the_same_number(void **state)
{
    (void)state;
    struct string_numbers numbers = {0};
    assert_int_equal(string_number(&numbers, "walk", 4), 0);
    assert_int_equal(string_number(&numbers, "walks", 5), 1);
    assert_int_equal(string_number(&numbers, "walks", 4), 0);
    assert_int_equal(string_number(&numbers, "", 0), 2);
    assert_int_equal(numbers.count, 3);
    assert_string_equal(numbers.items[1], "walks");
    string_numbers_free(&numbers);
    assert_int_equal(numbers.count, 0);
}

/* More than the first table has room for. */
static void test_numbers_stay_when_there_are_many(void **state)
{
    (void)state;
    enum { MANY = 20000 };
    struct string_numbers numbers = {0};
    char string[16];
    for (size_t round = 0; round < 2; round++)
        for (size_t i = 0; i < MANY; i++) {
            int size = snprintf(string, sizeof string, "%zu", i);
            assert_int_equal(string_number(&numbers, string, (size_t)size), i);
        }
    assert_int_equal(numbers.count, MANY);
    string_numbers_free(&numbers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same_string_has_the_same_number),
        cmocka_unit_test(test_numbers_stay_when_there_are_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
