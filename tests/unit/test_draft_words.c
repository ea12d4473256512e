#include "catalogue/draft/draft_words.h"

#include <string.h>

#include "tests/unit/unit.h"

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/* "title | address" of each source, one a line, then "rest: …" where something is left. */
static const char *sources_of(const char *markdown, bool sure)
{
    const char *rest = NULL;
    struct text out = {0};
    struct yaml_node *sources = draft_sources(&arena, markdown, sure, &rest);
    for (size_t i = 0; sources && i < sources->count; i++) {
        const struct yaml_node *url = yaml_get(sources->items[i], "url");
        text_format(&out, "%s%s\n", yaml_get(sources->items[i], "title")->text,
                    url ? arena_format(&arena, " | %s", url->text) : "");
    }
    text_format(&out, "%s%s", *rest ? "rest: " : "", rest);
    const char *copy = arena_string(&arena, text_string(&out));
    text_free(&out);
    return copy;
}

static void a_source_has_a_title_and_the_address_that_stands_with_it(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"- [A report](https://board.example/a)", "A report | https://board.example/a\n"},
        {"- A report, <https://board.example/a>.", "A report | https://board.example/a\n"},
        {"- A report: https://board.example/a.", "A report | https://board.example/a\n"},
        {"- A report (https://board.example/a).", "A report | https://board.example/a\n"},
        {"- See https://board.example/a for the report", "See for the report | https://board.example/a\n"},
        {"- The city, 2020. https://wiki.example/Hull_(city).", "The city, 2020 | https://wiki.example/Hull_(city)\n"},
        {"- [The city](https://wiki.example/Hull_(city))", "The city | https://wiki.example/Hull_(city)\n"},
        {"- https://board.example/a", "https://board.example/a | https://board.example/a\n"},
        {"- httpd and https://board.example/a/long", "httpd and | https://board.example/a/long\n"},
        {"- https: a protocol, 2020", "https: a protocol, 2020\n"},
        {"- A report, https://?", "rest: A report, https://?"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(sources_of(cases[i][0], false), cases[i][1]);
}

static void what_only_may_be_a_source_has_an_address_a_year_or_an_author(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"A report of 2019", "A report of 2019\n"},
        {"A report of 12019", "rest: A report of 12019"},
        {"A report of 20190", "rest: A report of 20190"},
        {"Smith J, A report", "Smith J, A report\n"},
        {"Smith-Jones AB. A report, second edition", "Smith-Jones AB. A report, second edition\n"},
        {"Jones et al. A report", "Jones et al. A report\n"},
        {"Smith John wrote, and so on", "rest: Smith John wrote, and so on"},
        {"Smith ABC, Jones D. A report", "Smith ABC, Jones D. A report\n"},
        {"Smith NICE, a report", "rest: Smith NICE, a report"},
        {"A B, a report", "rest: A B, a report"},
        {"smith J, a report", "rest: smith J, a report"},
        {"Smith J", "rest: Smith J"},
        {"Thanks to all", "rest: Thanks to all"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(sources_of(cases[i][0], false), cases[i][1]);
    assert_string_equal(sources_of("Thanks to all", true), "Thanks to all\n");
}

static void items_paragraphs_and_lines_that_go_on_are_told_apart(void **state)
{
    (void)state;
    assert_string_equal(sources_of("1. One\n2) Two\n* Three\n+ Four\n   goes on\n   \n5.Five\n\n-six\n- \n", true),
                        "One\nTwo\nThree\nFour goes on\n5.Five\n-six\n");
    assert_string_equal(sources_of("", true), "");
    assert_string_equal(sources_of("- One, 2020\n- Two\n\nThree\n", false), "One, 2020\nrest: Two\n\nThree");
}

static void a_title_that_is_too_long_or_one_too_many_stays_where_it_was(void **state)
{
    (void)state;
    struct text many = {0};
    for (int i = 0; i < 120; i++)
        text_format(&many, "- Report %d\n", i);
    const char *sources = sources_of(text_string(&many), true);
    assert_non_null(strstr(sources, "\nrest: Report "));
    assert_non_null(strstr(sources, "\n\nReport 119"));
    text_clear(&many);
    for (int i = 0; i < 80; i++)
        text_add(&many, "long ");
    assert_memory_equal(sources_of(text_string(&many), true), "rest: long", 10);
    text_free(&many);
}

static void the_first_sentence_ends_where_a_reader_says_it_does(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"Men came. Women too.", "Men came."},
        {"## Why\n\nMen **came**! Women too.", "Men came!"},
        {"Dr. Smith came. Then more.", "Dr. Smith came."},
        {"Written by J. Smith for us. Then more.", "Written by J. Smith for us."},
        {"Costs were 2.5 million. Then more.", "Costs were 2.5 million."},
        {"No end", "No end"},
        {"- a list", ""},
        {"> said", ""},
        {"", ""},
        {"# Only a heading", ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        if (strcmp(draft_first_sentence(&arena, cases[i][0]), cases[i][1]) != 0)
            fail_msg("%s: %s", cases[i][0], draft_first_sentence(&arena, cases[i][0]));
}

static void blanks_and_line_ends_are_one_blank(void **state)
{
    (void)state;
    assert_string_equal(draft_one_line(&arena, "  a \t b\n\n c  "), "a b c");
    assert_string_equal(draft_one_line(&arena, ""), "");
    assert_string_equal(draft_one_line(&arena, " \n"), "");
    assert_string_equal(draft_plain(&arena, "**a** [b](https://board.example)\n`c`"), "a b c");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_source_has_a_title_and_the_address_that_stands_with_it),
        cmocka_unit_test(what_only_may_be_a_source_has_an_address_a_year_or_an_author),
        cmocka_unit_test(items_paragraphs_and_lines_that_go_on_are_told_apart),
        cmocka_unit_test(a_title_that_is_too_long_or_one_too_many_stays_where_it_was),
        cmocka_unit_test(the_first_sentence_ends_where_a_reader_says_it_does),
        cmocka_unit_test(blanks_and_line_ends_are_one_blank),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
