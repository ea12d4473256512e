/* Lines for a terminal: folding, marks, wide characters. */
#include "tests/unit/unit.h"

#include <string.h>

#include "search-cli/present/wrap.h"

static const struct tone none = {"", ""};
static const struct tone stars = {"*", "*"};

static void check(const struct marked *marked, size_t indent, size_t width, const char *expected)
{
    struct text out = {0};
    wrap_marked(&out, marked, indent, width, none, stars);
    assert_string_equal(text_string(&out), expected);
    text_free(&out);
}

static void test_folding(void **state)
{
    (void)state;
    check(&(struct marked){.text = "one two three"}, 0, 80, "one two three\n");
    check(&(struct marked){.text = "one two three"}, 0, 7, "one two\nthree\n");
    check(&(struct marked){.text = "one two three"}, 2, 9, "one two\n  three\n");
    check(&(struct marked){.text = "  one \n two  "}, 0, 80, "one two\n");
    check(&(struct marked){.text = ""}, 0, 80, "\n");
}

static void test_a_word_wider_than_a_line_goes_on_in_the_next(void **state)
{
    (void)state;
    check(&(struct marked){.text = "abcdefghij k"}, 0, 4, "abcd\nefgh\nij k\n");
    check(&(struct marked){.text = "a abcdefgh"}, 0, 4, "a\nabcd\nefgh\n");
}

static void test_an_address_stays_whole(void **state)
{
    (void)state;
    check(&(struct marked){.text = "see [https://a.example/b] now"}, 0, 8, "see\n[https://a.example/b]\nnow\n");
}

static void test_marks(void **state)
{
    (void)state;
    struct mark marks[] = {{0, 3}, {8, 5}};
    check(&(struct marked){"one two three", marks, 2, 2}, 0, 80, "*one* two *three*\n");
    check(&(struct marked){"one two three", marks, 2, 2}, 0, 7, "*one* two\n*three*\n");
    struct mark beside[] = {{0, 3}, {4, 3}};
    check(&(struct marked){"one two three", beside, 2, 2}, 0, 80, "*one two* three\n");
    check(&(struct marked){"one two three", beside, 2, 2}, 0, 4, "*one*\n*two*\nthre\ne\n");
    struct mark inside[] = {{1, 2}};
    check(&(struct marked){"abcd", inside, 1, 1}, 0, 80, "a*bc*d\n");
    check(&(struct marked){"abcd", inside, 1, 1}, 0, 2, "a*b*\n*c*d\n");
}

static void test_columns_are_not_bytes(void **state)
{
    (void)state;
    check(&(struct marked){.text = "\xc3\xa9\xc3\xa9\xc3\xa9 \xc3\xa9"}, 0, 5, "\xc3\xa9\xc3\xa9\xc3\xa9 \xc3\xa9\n");
    check(&(struct marked){.text = "\xe5\x81\xa5\xe5\xba\xb7 a"}, 0, 5, "\xe5\x81\xa5\xe5\xba\xb7\na\n");
}

static void test_control_characters_are_shown(void **state)
{
    (void)state;
    check(&(struct marked){.text = "a\x1b[31mb"}, 0, 80, "a\\x1B[31mb\n");
}

static void test_tones(void **state)
{
    (void)state;
    for (int kind = 0; kind < TONE_KINDS; kind++) {
        assert_string_equal(tone_of((enum tone_kind)kind, false).on, "");
        assert_string_equal(tone_of((enum tone_kind)kind, false).off, "");
        assert_string_equal(tone_of((enum tone_kind)kind, true).off, "\x1b[0m");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folding),
        cmocka_unit_test(test_a_word_wider_than_a_line_goes_on_in_the_next),
        cmocka_unit_test(test_an_address_stays_whole),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_columns_are_not_bytes),
        cmocka_unit_test(test_control_characters_are_shown),
        cmocka_unit_test(test_tones),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
