/* Tables for spreadsheets: what has to be quoted, and what must not run. */
#include "search-cli/present/csv.h"

#include "tests/unit/unit.h"

static void fields_are_quoted_where_they_have_to_be(void **state)
{
    (void)state;
    static const struct {
        const char *field;
        const char *text;
    } cases[] = {
        {"", ""},
        {"plain words", "plain words"},
        {"a, b", "\"a, b\""},
        {"he said \"yes\"", "\"he said \"\"yes\"\"\""},
        {"two\nlines", "\"two\nlines\""},
        {"=1+1", "\"'=1+1\""},
        {"-3 points", "\"'-3 points\""},
        {"-0.91", "-0.91"},
        {"-12", "-12"},
        {"-", "\"'-\""},
        {"-1.", "\"'-1.\""},
        {"-1.2.3", "\"'-1.2.3\""},
        {"-1+1", "\"'-1+1\""},
        {"--1", "\"'--1\""},
        {"@here", "\"'@here\""},
        {"\u22123 points", "\u22123 points"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct text out = {0};
        csv_field(&out, cases[i].field, true);
        assert_string_equal(text_string(&out), cases[i].text);
        text_free(&out);
    }
}

static void a_line_is_fields_with_commas_between(void **state)
{
    (void)state;
    struct text out = {0};
    csv_field(&out, "", true);
    csv_field(&out, "b", false);
    csv_field(&out, "", false);
    csv_end_line(&out);
    assert_string_equal(text_string(&out), ",b,\r\n");
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_are_quoted_where_they_have_to_be),
        cmocka_unit_test(a_line_is_fields_with_commas_between),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
