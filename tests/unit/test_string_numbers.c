#include "indexer/base/string_numbers.h"

#include <stdbool.h>
#include <stdio.h>

#include "indexer/base/hash.h"
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

/* Of words made of a few syllables as many cells are hit as chance would hit. */
static void test_words_that_are_alike_lie_apart(void **state)
{
    (void)state;
    enum { SYLLABLES = 32, CELLS = SYLLABLES * SYLLABLES * SYLLABLES };
    static bool hit[CELLS];
    char word[16];
    size_t taken = 0;
    for (unsigned i = 0; i < CELLS; i++) {
        const unsigned parts[] = {i % SYLLABLES, i / SYLLABLES % SYLLABLES, i / SYLLABLES / SYLLABLES};
        size_t size = 0;
        word[size++] = 'f'; /* eight bytes, which the hash takes in one step, mixed by none behind it */
        word[size++] = 'o';
        for (size_t part = 0; part < sizeof parts / sizeof *parts; part++) {
            word[size++] = "bdfklmns"[parts[part] % 8];
            word[size++] = "aeio"[parts[part] / 8];
        }
        bool *cell = &hit[hash_spread(hash_bytes(HASH_START, word, size)) % CELLS];
        taken += !*cell;
        *cell = true;
    }
    /* Chance hits 1 - 1/e of them, 63.2 %. */
    assert_in_range(taken, CELLS * 62 / 100, CELLS * 64 / 100);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_the_same_string_has_the_same_number),
        cmocka_unit_test(test_numbers_stay_when_there_are_many),
        cmocka_unit_test(test_words_that_are_alike_lie_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
