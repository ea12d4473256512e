#include "indexer/content/placeholders.h"

#include <stdio.h>

#include "tests/unit/unit.h"

static void assert_found(const char *text, size_t wanted_at, size_t wanted_size)
{
    size_t at = 0;
    assert_int_equal(placeholder_in(text, &at), wanted_size);
    assert_int_equal(at, wanted_at);
}

/* One of each byte that they begin with: the lists are looked through by it. */
static void what_was_to_be_written_is_found(void **state)
{
    (void)state;
    static const char *const words[] = {"???",
                                        "____",
                                        ".....",
                                        "#REF!",
                                        "(add figures",
                                        "[insert name]",
                                        "£XX",
                                        "TODO",
                                        "FIXME",
                                        "XXX",
                                        "DRAFT",
                                        "CHECK:",
                                        "INSERT",
                                        "asdf",
                                        "Blah blah",
                                        "click or tap",
                                        "dummy text",
                                        "enter text here",
                                        "foo bar",
                                        "hyperlink \"",
                                        "insert text here",
                                        "Lorem ipsum",
                                        "mergeformat",
                                        "pageref",
                                        "sample text",
                                        "t.b.c.",
                                        "to be added",
                                        "will be added later",
                                        "write your",
                                        "xx people",
                                        "your text here",
                                        "placeholder text",
                                        "commented [",
                                        "error! bookmark",
                                        "#div/0!",
                                        "xx per cent"};
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        char text[64];
        size_t at = 0;
        snprintf(text, sizeof text, "We saw %s", words[i]);
        if (!placeholder_in(text, &at) || at != 7)
            fail_msg("\"%s\" was not found", words[i]);
    }
}

static void words_within_words_are_none(void **state)
{
    (void)state;
    assert_found("The MAXXXIMUM of Drafts was inserted", 36, 0);
    assert_found("a tbc of it", 2, 3);
    assert_found("tbcs", 4, 0);
    assert_found("[inserted", 0, 7);
}

static void addresses_for_examples_are_found(void **state)
{
    (void)state;
    size_t at = 0;
    assert_int_equal(placeholder_address("see https://example.org/a", &at), 11);
    assert_int_equal(at, 12);
    at = 0;
    assert_int_equal(placeholder_address("at localhost", &at), 9);
    at = 0;
    assert_int_equal(placeholder_address("see example.org.uk and my-example.com", &at), 0);
}

static void what_stands_alone_for_an_answer_is_none(void **state)
{
    (void)state;
    assert_true(placeholder_whole("N/A"));
    assert_true(placeholder_whole("Your title here!"));
    assert_true(placeholder_whole("…"));
    assert_true(placeholder_whole("[name of the service]"));
    assert_false(placeholder_whole("Name it"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_to_be_written_is_found),
        cmocka_unit_test(words_within_words_are_none),
        cmocka_unit_test(addresses_for_examples_are_found),
        cmocka_unit_test(what_stands_alone_for_an_answer_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
