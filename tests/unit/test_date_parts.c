#include "search-cli/present/date_parts.h"

#include <stddef.h>

#include "tests/unit/unit.h"

static void a_date_has_one_to_three_parts(void **state)
{
    (void)state;
    static const struct {
        const char *date;
        struct date_parts parts;
    } cases[] = {
        {"2024-05-31", {3, 2024, 5, 31}}, {"2024-05", {2, 2024, 5, 0}},    {"2024", {1, 2024, 0, 0}},
        {"2024-13-01", {1, 2024, 0, 0}},  {"24-05", {0, 0, 0, 0}},         {"", {0, 0, 0, 0}},
        {"2024-", {1, 2024, 0, 0}},       {"2024-05-3", {2, 2024, 5, 0}},  {"today", {0, 0, 0, 0}},
        {"0000-01-01", {0, 0, 0, 0}},     {"2024-02-32", {2, 2024, 2, 0}},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct date_parts parts = date_parts_of(cases[i].date);
        assert_int_equal(parts.count, cases[i].parts.count);
        assert_int_equal(parts.year, cases[i].parts.year);
        assert_int_equal(parts.month, cases[i].parts.month);
        assert_int_equal(parts.day, cases[i].parts.day);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_date_has_one_to_three_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
