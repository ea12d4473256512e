#include "search-cli/present/citation.h"

#include "tests/unit/unit.h"

static const struct citation hostile = {
    .id = "a-case",
    .title = "50% of {men} & \"women\"_\\cmd",
    .publisher = "A board",
    .collection = "A catalogue",
    .published = "2024-05",
    .address = "https://board.example/a.html",
    .abstract = "First line\nER  - second",
    .licence = "CC-BY-4.0",
};

static void assert_written(size_t format, const struct citation *citation, const char *expected)
{
    struct text out = {0};
    citation_formats[format].write(&out, citation);
    assert_string_equal(text_string(&out), expected);
    text_free(&out);
}

static void bibtex_takes_nothing_for_a_command(void **state)
{
    (void)state;
    assert_written(0, &hostile,
                   "@misc{a-case,\n"
                   "  author = {{A board}},\n"
                   "  title = {{50\\% of \\{men\\} \\& \"women\"\\_\\textbackslash{}cmd}},\n"
                   "  howpublished = {A catalogue},\n"
                   "  year = {2024},\n"
                   "  month = {5},\n"
                   "  url = {https://board.example/a.html},\n"
                   "  abstract = {First line ER  - second},\n"
                   "  note = {CC-BY-4.0}\n"
                   "}\n");
}

static void ris_is_one_line_a_value(void **state)
{
    (void)state;
    assert_written(
        1, &hostile,
        "TY  - RPRT\r\nID  - a-case\r\nTI  - 50% of {men} & \"women\"_\\cmd\r\nAU  - A board\r\nPB  - A board\r\n"
        "T2  - A catalogue\r\nPY  - 2024\r\nUR  - https://board.example/a.html\r\n"
        "AB  - First line ER  - second\r\nER  - \r\n");
}

static void what_is_not_known_is_left_out(void **state)
{
    (void)state;
    const struct citation bare = {"b", "T", "P", "C", "", "", "", ""};
    assert_written(0, &bare, "@misc{b,\n  author = {{P}},\n  title = {{T}},\n  howpublished = {C}\n}\n");
    assert_written(1, &bare, "TY  - RPRT\r\nID  - b\r\nTI  - T\r\nAU  - P\r\nPB  - P\r\nT2  - C\r\nER  - \r\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bibtex_takes_nothing_for_a_command),
        cmocka_unit_test(ris_is_one_line_a_value),
        cmocka_unit_test(what_is_not_known_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
