#include "catalogue/printable.h"

#include "tests/unit/unit.h"

static void a_null_that_stands_between_paths_stays(void **state)
{
    (void)state;
    static const char paths[] = "a.md\0b\x1b.md\0\x1b[1\0m";
    static const char clean[] = "a.md\0b\uFFFD.md\0\uFFFD[1\0m";
    struct text out = {0};
    text_append(&out, paths, sizeof paths - 1);
    printable_make(&out, true);
    assert_int_equal(out.size, sizeof clean - 1);
    assert_memory_equal(text_string(&out), clean, sizeof clean);
    text_free(&out);
}

static void assert_printed(const char *text, bool colors, const char *expected)
{
    struct text out = {0};
    text_add(&out, text);
    printable_make(&out, colors);
    assert_string_equal(text_string(&out), expected);
    text_free(&out);
}

static void what_steers_a_terminal_is_replaced(void **state)
{
    (void)state;
    assert_printed("a\x1b]0;x\ab", false, "a\uFFFD]0;x\uFFFDb");
    assert_printed("\xc2\x9b"
                   "31m \x7f",
                   false, "\uFFFD31m \uFFFD");
    assert_printed("\xff"
                   "a\xe2\x80",
                   false, "\uFFFDa\uFFFD\uFFFD");
    assert_printed("one\rtwo\r", false, "one\uFFFDtwo\uFFFD");
    assert_printed("\uFFFE\U0001FFFF\u2028", false, "\uFFFD\uFFFD\uFFFD");
}

static void what_turns_lines_around_goes(void **state)
{
    (void)state;
    assert_printed("a\u202Eb\u2066c\u2069", false, "abc");
}

static void what_nobody_sees_goes(void **state)
{
    (void)state;
    assert_printed("a\u200Bb\u2060c\u00ADd\uFEFFe\u180E\u3164", false, "abcde");
    assert_printed("\uFEFF\uFEFFa", true, "\uFEFFa");
}

static void text_stays(void **state)
{
    (void)state;
    static const char text[] = "\uFEFFa\tb\r\nc\n“é” 👩\u200d⚕\ufe0f";
    assert_printed(text, false, text);
    assert_printed("", true, "");
}

static void only_colours_come_through_and_only_where_they_are_wanted(void **state)
{
    (void)state;
    assert_printed("\x1b[1;33mhit\x1b[0m", true, "\x1b[1;33mhit\x1b[0m");
    assert_printed("\x1b[1mhit", false, "\uFFFD[1mhit");
    assert_printed("\x1b[2J\x1b[3A\x1b", true, "\uFFFD[2J\uFFFD[3A\uFFFD");
    assert_printed("\x1bMab", true, "\uFFFDMab");
    assert_printed("\x07[1m", true, "\uFFFD[1m");
    assert_printed("\x1b[1;3", true, "\uFFFD[1;3");
    assert_printed("\x1b[1\x1b[0m", true, "\uFFFD[1\x1b[0m");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_steers_a_terminal_is_replaced),
        cmocka_unit_test(what_turns_lines_around_goes),
        cmocka_unit_test(what_nobody_sees_goes),
        cmocka_unit_test(text_stays),
        cmocka_unit_test(a_null_that_stands_between_paths_stays),
        cmocka_unit_test(only_colours_come_through_and_only_where_they_are_wanted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
