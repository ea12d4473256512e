#include "indexer/base/csv_read.h"

#include <string.h>

#include "indexer/base/text.h"
#include "tests/unit/unit.h"

/* Rows in a short form: [a|b][c]. */
static void assert_rows(const char *csv, const char *expected)
{
    struct arena arena = {0};
    struct text out = {0};
    struct csv_rows rows = csv_read(&arena, csv, strlen(csv));
    assert_null(rows.problem);
    for (size_t i = 0; i < rows.count; i++) {
        for (size_t j = 0; j < rows.items[i].count; j++)
            text_format(&out, "%s%s", j ? "|" : "[", rows.items[i].cells[j].text);
        text_char(&out, ']');
    }
    assert_string_equal(text_string(&out), expected);
    text_free(&out);
    arena_free(&arena);
}

static void assert_problem(const char *csv, size_t line, size_t column, size_t rows_before)
{
    struct arena arena = {0};
    struct csv_rows rows = csv_read(&arena, csv, strlen(csv));
    assert_non_null(rows.problem);
    assert_int_equal(rows.place.line, line);
    assert_int_equal(rows.place.column, column);
    assert_int_equal(rows.count, rows_before);
    arena_free(&arena);
}

static void test_cells(void **state)
{
    (void)state;
    assert_rows("", "");
    assert_rows("\n\r\n", "");
    assert_rows("a,b\nc", "[a|b][c]");
    assert_rows("a , b\r\n\r\n,\r\n", "[a|b][|]");
    assert_rows("\xEF\xBB\xBFterm,figure\n", "[term|figure]");
    assert_rows("a,", "[a|]");
}

static void test_quotes(void **state)
{
    (void)state;
    assert_rows("\"a, b\",\"say \"\"no\"\"\"\n\"\"", "[a, b|say \"no\"][]");
    assert_rows("\"two\nlines\" ,c", "[two\nlines|c]");
    assert_rows("a \"b\" c", "[a \"b\" c]");
    assert_rows("\"\"\"\"", "[\"]");
}

static void test_problems(void **state)
{
    (void)state;
    assert_problem("a,b\nc, \"d\ne", 2, 4, 1);
    assert_problem("\"a\" b,c", 1, 1, 0);
    assert_problem("\"", 1, 1, 0);
}

static void test_places(void **state)
{
    (void)state;
    static const char csv[] = "a,b\n\n\xC3\xA9\xC3\xA9, \"c\nd\",ee\n";
    struct arena arena = {0};
    struct csv_rows rows = csv_read(&arena, csv, strlen(csv));
    assert_int_equal(rows.count, 2);
    const struct csv_cell *cells = rows.items[1].cells;
    assert_int_equal(cells[0].place.line, 3);
    assert_int_equal(cells[0].place.column, 1);
    assert_int_equal(cells[0].place.length, 2);
    assert_int_equal(cells[1].place.line, 3);
    assert_int_equal(cells[1].place.column, 5);
    assert_int_equal(cells[2].place.line, 4);
    assert_int_equal(cells[2].place.column, 4);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_quotes),
        cmocka_unit_test(test_problems),
        cmocka_unit_test(test_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
