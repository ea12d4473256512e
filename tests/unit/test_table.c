/* Cells side by side: folded, in columns that are not bytes, without blanks at the end of a line. */
#include "search-cli/present/table.h"

#include "tests/unit/unit.h"

static void assert_row(const char *const *cells, const size_t *widths, size_t count, const char *expected)
{
    struct arena arena = {0};
    struct text out = {0};
    struct string_list lines[TABLE_COLUMNS_MOST];
    for (size_t i = 0; i < count; i++)
        lines[i] = table_fold(&arena, cells[i], widths[i]);
    table_row(&out, lines, widths, count);
    assert_string_equal(text_string(&out), expected);
    text_free(&out);
    arena_free(&arena);
}

static void cells_stand_in_columns(void **state)
{
    (void)state;
    static const size_t widths[] = {5, 4, 8};
    assert_row((const char *const[]){"one two", "a", "last"}, widths, 3, "one    a     last\ntwo\n");
    assert_row((const char *const[]){"one", "", "one two three"}, widths, 3,
               "one          one two\n             three\n");
    assert_row((const char *const[]){"", "", ""}, widths, 3, "");
    assert_row((const char *const[]){"\xc3\xa9t\xc3\xa9", "b", ""}, widths, 3, "\xc3\xa9t\xc3\xa9    b\n");
}

static void a_word_wider_than_its_column_goes_on_below(void **state)
{
    (void)state;
    static const size_t widths[] = {4, 4};
    assert_row((const char *const[]){"abcdef", "x"}, widths, 2, "abcd  x\nef\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_stand_in_columns),
        cmocka_unit_test(a_word_wider_than_its_column_goes_on_below),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
