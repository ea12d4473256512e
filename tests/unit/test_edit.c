#include "indexer/base/edit.h"

#include <string.h>

#include "tests/unit/unit.h"

static void becomes(const char *source, const struct fix *fixes, size_t count, const char *expected, size_t done)
{
    struct arena arena = {0};
    struct edited edited = edit_all(&arena, source, strlen(source), fixes, count);
    assert_string_equal(edited.data, expected);
    assert_int_equal(edited.size, strlen(expected));
    assert_int_equal(edited.count, done);
    arena_free(&arena);
}

static void edits_are_done_from_the_end(void **state)
{
    (void)state;
    static const struct fix fixes[] = {
        {{1, 1, 3}, "three", true}, {{2, 5, 1}, "", true}, {{2, 1, 0}, "- ", true}, {{3, 1, 4}, NULL, true}};
    becomes("one two\nfour.\nfive", fixes, COUNT_OF(fixes), "three two\n- four\nfive", 3);
}

static void of_two_that_overlap_one_is_left(void **state)
{
    (void)state;
    static const struct fix fixes[] = {{{1, 1, 5}, "x", true}, {{1, 3, 1}, "y", true}, {{1, 3, 0}, "z", true}};
    becomes("abcdef", fixes, COUNT_OF(fixes), "abydef", 1);
}

static void places_are_characters_and_go_over_lines(void **state)
{
    (void)state;
    static const struct fix fixes[] = {{{1, 2, 4}, "-", true}};
    becomes("\xEF\xBB\xBF"
            "é£\nbc\n",
            fixes, 1,
            "\xEF\xBB\xBF"
            "é-\n",
            1);
}

static void line_ends_stay_what_they_are(void **state)
{
    (void)state;
    static const struct fix fixes[] = {{{1, 4, 1}, "1\nb: 2", true}};
    becomes("a: x\r\nc: 3\r\n", fixes, 1, "a: 1\r\nb: 2\r\nc: 3\r\n", 1);
    becomes("a: x\nc: 3\n", fixes, 1, "a: 1\nb: 2\nc: 3\n", 1);
    becomes("a: x", fixes, 1, "a: 1\nb: 2", 1);
}

static void places_that_are_not_there_are_left_out(void **state)
{
    (void)state;
    static const struct fix fixes[] = {
        {{3, 1, 1}, "x", true}, {{1, 9, 1}, "x", true}, {{1, 1, 90}, "x", true}, {{0, 0, 0}, "x", true}};
    becomes("one\ntwo", fixes, COUNT_OF(fixes), "one\ntwo", 0);
}

static void lines_are_shown_as_an_author_writes_them(void **state)
{
    (void)state;
    static const char source[] = "cost:\n    amount: £5\n    per: year\n";
    struct arena arena = {0};
    struct fix fix = {{2, 13, 2}, "5", true};
    assert_string_equal(edit_lines(&arena, source, strlen(source), &fix), "amount: 5");
    fix = (struct fix){{2, 13, 2}, "5\n    year: 2020", true};
    assert_string_equal(edit_lines(&arena, source, strlen(source), &fix), "amount: 5\nyear: 2020");
    fix = (struct fix){{2, 1, 15}, "", true};
    assert_string_equal(edit_lines(&arena, source, strlen(source), &fix), "");
    fix = (struct fix){{9, 1, 1}, "", true};
    assert_null(edit_lines(&arena, source, strlen(source), &fix));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edits_are_done_from_the_end),
        cmocka_unit_test(of_two_that_overlap_one_is_left),
        cmocka_unit_test(places_are_characters_and_go_over_lines),
        cmocka_unit_test(line_ends_stay_what_they_are),
        cmocka_unit_test(places_that_are_not_there_are_left_out),
        cmocka_unit_test(lines_are_shown_as_an_author_writes_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
