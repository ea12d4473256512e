#include "indexer/base/text.h"

#include <string.h>

#include "tests/unit/unit.h"

static void an_untouched_text_is_an_empty_string(void **state)
{
    (void)state;
    struct text text = {0};
    assert_string_equal(text_string(&text), "");
    text_clear(&text);
    text_free(&text);
    assert_string_equal(text_string(&text), "");
}

static void everything_is_added_at_the_end(void **state)
{
    (void)state;
    struct text text = {0};
    text_add(&text, "one");
    text_char(&text, ' ');
    text_append(&text, "two and more", 3);
    text_format(&text, " %d%s", 3, "");
    text_append(&text, NULL, 0);
    assert_string_equal(text_string(&text), "one two 3");
    assert_int_equal(text.size, strlen("one two 3"));
    text_free(&text);
    assert_int_equal(text.size, 0);
    assert_null(text.data);
}

static void a_nul_inside_is_kept(void **state)
{
    (void)state;
    struct text text = {0};
    text_append(&text, "a\0b", 3);
    text_char(&text, '\0');
    assert_int_equal(text.size, 4);
    assert_memory_equal(text.data, "a\0b\0", 5);
    text_free(&text);
}

static void it_grows_with_what_comes(void **state)
{
    (void)state;
    struct text text = {0};
    for (size_t i = 0; i < 100000; i++)
        text_char(&text, (char)('a' + i % 26));
    text_format(&text, "%5000d", 7);
    assert_int_equal(text.size, 105000);
    assert_int_equal(strlen(text_string(&text)), 105000);
    for (size_t i = 0; i < 100000; i++)
        assert_int_equal(text.data[i], 'a' + (int)(i % 26));
    assert_int_equal(text.data[104999], '7');
    text_free(&text);
}

static void clearing_keeps_the_memory(void **state)
{
    (void)state;
    struct text text = {0};
    text_add(&text, "something");
    size_t capacity = text.capacity;
    text_clear(&text);
    assert_string_equal(text_string(&text), "");
    assert_int_equal(text.size, 0);
    assert_int_equal(text.capacity, capacity);
    text_add(&text, "else");
    assert_string_equal(text_string(&text), "else");
    text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_untouched_text_is_an_empty_string),
        cmocka_unit_test(everything_is_added_at_the_end),
        cmocka_unit_test(a_nul_inside_is_kept),
        cmocka_unit_test(it_grows_with_what_comes),
        cmocka_unit_test(clearing_keeps_the_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
