#include "catalogue/site/search/shards.h"

#include <string.h>

#include "catalogue/site/coding/digits.h"
#include "catalogue/site/coding/postings.h"
#include "tests/unit/unit.h"

static void expect_number(size_t number, const char *expected)
{
    struct text out = {0};
    digits_number(&out, number);
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
    digits_fixed(&out, 5, 2);
    digits_fixed(&out, 64 * 3 + 10, 2);
    assert_string_equal(out.data, "053a");
    text_free(&out);
}

static size_t bit_of(const struct text *out, size_t at)
{
    size_t digit = (size_t)(strchr(digits_all, out->data[at / 6]) - digits_all);
    return digit >> (5 - at % 6) & 1;
}

/* Bits as they should be, but for spaces, and zeros to the end of a digit. */
static void expect_bits(const struct text *out, const char *expected)
{
    size_t count = 0;
    for (; *expected; expected++)
        if (*expected != ' ')
            assert_int_equal(bit_of(out, count++), *expected == '1');
    assert_int_equal(out->size, (count + 5) / 6);
    for (; count < out->size * 6; count++)
        assert_int_equal(bit_of(out, count), 0);
}

static void test_bits(void **state)
{
    (void)state;
    struct text out = {0};
    struct bits bits = {.out = &out};
    bits_add(&bits, 5, 4);
    bits_gamma(&bits, 1);
    bits_gamma(&bits, 13);
    bits_rice(&bits, 0, 0);
    bits_rice(&bits, 11, 2);
    bits_end(&bits);
    bits_end(&bits);
    expect_bits(&out, "0101 0 1110101 0 11011");
    text_free(&out);
}

/* The mean, down to a power of two. */
static void test_low_bits(void **state)
{
    (void)state;
    assert_int_equal(bits_low(0, 0), 0);
    assert_int_equal(bits_low(0, 7), 0);
    assert_int_equal(bits_low(13, 7), 0);
    assert_int_equal(bits_low(14, 7), 1);
    assert_int_equal(bits_low(7 * 1024, 7), 10);
    assert_int_equal(bits_low(SIZE_MAX, 1), sizeof(size_t) * 8 - 1);
    assert_int_equal(bits_low(SIZE_MAX - 1, 2), sizeof(size_t) * 8 - 2);
}

static void test_digits_need_no_escaping(void **state)
{
    (void)state;
    assert_int_equal(strlen(digits_all), 64 + 26);
    for (const char *digit = digits_all; *digit; digit++) {
        assert_null(strchr("\"\\<>&\n", *digit));
        assert_null(strchr(digit + 1, *digit));
    }
}

static void expect_postings(const struct postings *postings, size_t documents, const char *expected)
{
    struct text out = {0};
    postings_write(&out, postings, documents);
    expect_bits(&out, expected);
    text_free(&out);
}

static void test_postings(void **state)
{
    (void)state;
    expect_postings(&(struct postings){0}, 9, "");
    /* Two of four in the title, at no distance each, once and three times; nothing else has any. */
    struct column_hits few[] = {{0, 0, 1}, {1, 0, 3}};
    expect_postings(&(struct postings){few, COUNT_OF(few)}, 4, "101 000 0 0 0 110 0 0 0");
    /* One of nine in the summary, behind five others; the same and the next in the body, twice. */
    struct column_hits columns[] = {{5, 1, 1}, {5, 3, 2}, {6, 3, 2}};
    expect_postings(&(struct postings){columns, COUNT_OF(columns)}, 9, "0 100 000 0101 0 0 101 000 1101 10 00 10");
}

/* Rows of which some are no documents, and not all in their order. */
static void test_places_are_those_of_documents(void **state)
{
    (void)state;
    struct arena arena = {0};
    size_t documents[] = {SHARDS_NOTHING, 2, 0, SHARDS_NOTHING, 1};
    const struct shards shards = {.documents = documents, .row_count = COUNT_OF(documents)};
    struct inverted_place rows[] = {{1, 0, 7}, {1, 0, 9}, {2, 3, 1}, {3, 0, 0}, {4, 1, 5}, {9, 0, 0}};
    struct inverted_places places = shards_places(&shards, &arena, &(struct inverted_places){rows, COUNT_OF(rows)});
    assert_int_equal(places.count, 4);
    assert_int_equal(places.items[0].row, 0);
    assert_int_equal(places.items[1].offset, 5);
    assert_int_equal(places.items[2].offset, 7);
    struct postings postings = postings_of(&arena, &places);
    assert_int_equal(postings.count, 3);
    assert_int_equal(postings.items[0].column, 3);
    assert_int_equal(postings.items[2].document, 2);
    assert_int_equal(postings.items[2].count, 2);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),  cmocka_unit_test(test_bits),
        cmocka_unit_test(test_low_bits), cmocka_unit_test(test_digits_need_no_escaping),
        cmocka_unit_test(test_postings), cmocka_unit_test(test_places_are_those_of_documents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
