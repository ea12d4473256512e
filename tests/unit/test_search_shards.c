#include "catalogue/site/search/shards.h"

#include <string.h>

#include "tests/unit/unit.h"

static void expect_number(size_t number, const char *expected)
{
    struct text out = {0};
    shards_number(&out, number);
    assert_string_equal(out.data, expected);
    text_free(&out);
}

/* One low digit, with as many high ones before it as it takes. */
static void test_numbers(void **state)
{
    (void)state;
    expect_number(0, "0");
    expect_number(63, "_");
    expect_number(64, "#0");
    expect_number(64 * 25 + 1, " 1");
    expect_number((size_t)64 * 26, "#!0");
    struct text out = {0};
    shards_fixed(&out, 5, 2);
    shards_fixed(&out, 64 * 3 + 10, 2);
    assert_string_equal(out.data, "053a");
    text_free(&out);
}

static void test_digits_need_no_escaping(void **state)
{
    (void)state;
    assert_int_equal(strlen(shards_digits), 64 + 26);
    for (const char *digit = shards_digits; *digit; digit++) {
        assert_null(strchr("\"\\<>&\n", *digit));
        assert_null(strchr(digit + 1, *digit));
    }
}

static void expect_postings(const struct shards_hit *hits, size_t count, const char *expected)
{
    struct text out = {0};
    shards_postings(&out, hits, count);
    assert_string_equal(out.data, expected);
    text_free(&out);
}

static void test_postings(void **state)
{
    (void)state;
    const struct shards_hit short_forms[] = {{0, 3, 1}, {1, 2, 1}, {3, 3, 2}};
    expect_postings(short_forms, COUNT_OF(short_forms), "016");
    const struct shards_hit long_forms[] = {{2, 0, 1}, {2, 3, 3}, {3, 1, 2}};
    /* the third document: 2 * 4 + 3; title once, and more follows; body three times; the next: summary twice */
    expect_postings(long_forms, COUNT_OF(long_forms), "b1m3a");
}

/* Rows of which some are no documents, and not all in their order. */
static void test_places_are_those_of_documents(void **state)
{
    (void)state;
    struct arena arena = {0};
    size_t documents[] = {SHARDS_NOTHING, 2, 0, SHARDS_NOTHING, 1};
    const struct shards shards = {.documents = documents, .row_count = COUNT_OF(documents)};
    const struct inverted_place rows[] = {{1, 0, 7}, {1, 0, 9}, {2, 3, 1}, {3, 0, 0}, {4, 1, 5}, {9, 0, 0}};
    struct inverted_places places = shards_places(&shards, &arena, rows, COUNT_OF(rows));
    assert_int_equal(places.count, 4);
    assert_int_equal(places.items[0].row, 0);
    assert_int_equal(places.items[1].offset, 5);
    assert_int_equal(places.items[2].offset, 7);
    struct shards_hits hits = shards_hits(&arena, &places);
    assert_int_equal(hits.count, 3);
    assert_int_equal(hits.items[0].column, 3);
    assert_int_equal(hits.items[2].document, 2);
    assert_int_equal(hits.items[2].count, 2);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_digits_need_no_escaping),
        cmocka_unit_test(test_postings),
        cmocka_unit_test(test_places_are_those_of_documents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
