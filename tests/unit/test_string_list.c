#include "indexer/base/string_list.h"

#include "tests/unit/unit.h"

static void words_are_kept_found_and_sorted_by_bytes(void **state)
{
    (void)state;
    static const char *const given[] = {"b", "\xC3\xA9", "a-b", "B", "a", "", "b"};
    static const char expected[] = "|B|a|a-b|b|b|\xC3\xA9";
    struct arena arena = {0};
    struct string_list words = {0};
    for (size_t i = 0; i < COUNT_OF(given); i++) {
        string_list_add(&arena, &words, given[i]);
        assert_true(string_list_have(&words, given[i]));
        assert_ptr_equal(words.items[i], given[i]);
    }
    assert_false(string_list_have(&words, "A"));
    string_list_sort(&words);
    assert_string_equal(string_list_join(&arena, &words, "|"), expected);
    arena_free(&arena);
}

static void an_empty_list_is_no_trouble(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct string_list words = {0};
    assert_false(string_list_have(&words, ""));
    string_list_sort(&words);
    assert_string_equal(string_list_join(&arena, &words, ", "), "");
    arena_free(&arena);
}

static void lines_are_the_inverse_of_joining(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t count;
        const char *joined;
    } rows[] = {
        {"", 0, ""},
        {"\n\n", 0, ""},
        {"one", 1, "one"},
        {"one\ntwo\n", 2, "one\ntwo"},
        {"\n one\n\ntwo", 2, " one\ntwo"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct arena arena = {0};
        struct string_list lines = string_list_lines(&arena, rows[i].text);
        assert_int_equal(lines.count, rows[i].count);
        assert_string_equal(string_list_join(&arena, &lines, "\n"), rows[i].joined);
        arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_kept_found_and_sorted_by_bytes),
        cmocka_unit_test(an_empty_list_is_no_trouble),
        cmocka_unit_test(lines_are_the_inverse_of_joining),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
