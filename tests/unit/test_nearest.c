#include "indexer/content/nearest.h"

#include <string.h>

#include "tests/unit/unit.h"

static void distances_count_single_edits(void **state)
{
    (void)state;
    static const struct {
        const char *a;
        const char *b;
        size_t distance;
    } rows[] = {
        {"", "", 0},
        {"summary", "summary", 0},
        {"summary", "SUMMARY", 0},
        {"sumary", "summary", 1},   /* insert */
        {"summmary", "summary", 1}, /* delete */
        {"sunmary", "summary", 1},  /* replace */
        {"sumamry", "summary", 1},  /* swap */
        {"", "abc", 3},
        {"ca", "abc", 3}, /* a swapped pair is not edited again */
        {"kitten", "sitting", 3},
        {"smokign", "smoking", 1},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        assert_int_equal(nearest_distance(rows[i].a, rows[i].b, 9), rows[i].distance);
        assert_int_equal(nearest_distance(rows[i].b, rows[i].a, 9), rows[i].distance);
    }
}

static void beyond_the_limit_is_just_more(void **state)
{
    (void)state;
    assert_int_equal(nearest_distance("kitten", "sitting", 3), 3);
    assert_int_equal(nearest_distance("kitten", "sitting", 2), 3);
    assert_int_equal(nearest_distance("kitten", "sitting", 0), 1);
    assert_int_equal(nearest_distance("a", "abcdefgh", 2), 3);
}

static void long_words_are_never_near(void **state)
{
    (void)state;
    char most[65];
    char more[66];
    memset(most, 'x', sizeof most - 1);
    memset(more, 'x', sizeof more - 1);
    most[64] = more[65] = '\0';
    assert_int_equal(nearest_distance(most, most, 2), 0);
    assert_int_equal(nearest_distance(most, more, 2), 3);
    assert_int_equal(nearest_distance(more, more, 2), 3);
}

static void the_nearest_is_found_within_reason(void **state)
{
    (void)state;
    static const char *const terms[] = {"cvd", "men", "women", "smoking", "mental-health", "yorkshire-humber"};
    static const struct {
        const char *word;
        const char *expected;
    } rows[] = {
        {"cdv", "cvd"},
        {"MEN", "men"},
        {"wmen", "men"}, /* the first of equals */
        {"womn", "women"},
        {"somking", "smoking"},
        {"mentl-helth", "mental-health"},
        {"x", NULL},
        {"", NULL},
        {"abc", NULL},
        {"vapour", NULL},
        {"yorkshire-humbre", "yorkshire-humber"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        const char *found = nearest(rows[i].word, terms, COUNT_OF(terms));
        if (rows[i].expected)
            assert_string_equal(found, rows[i].expected);
        else
            assert_null(found);
    }
    assert_null(nearest("men", NULL, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distances_count_single_edits),
        cmocka_unit_test(beyond_the_limit_is_just_more),
        cmocka_unit_test(long_words_are_never_near),
        cmocka_unit_test(the_nearest_is_found_within_reason),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
