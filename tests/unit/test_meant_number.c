#include "indexer/content/meant_number.h"

#include <string.h>

#include "tests/unit/unit.h"

/* What is proposed in place of each text; NULL is a question. */
struct row {
    const char *text;
    const char *expected;
    bool safe;
};

static void numbers_are_found_in_how_people_write_them(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"£45,000", "45000", true},
        {"45k", "45000", true},
        {"62%", "62", true},
        {"1.2 million", "1200000", true},
        {"£1.5m", "1500000", true},
        {"12 000", "12000", true},
        {"12,345,678", "12345678", true},
        {"1,200.50", "1200.50", true},
        {"£ 38,500", "38500", true},
        {"-3%", "-3", true},
        {"5 per cent", "5", true},
        {"1bn", "1000000000", true},
        {"500 pounds", "500", true},
        {"about 300", "300", false},
        {"~300", "300", false},
        {"€45,000", "45000", false},
        {"24,5", "24.5", false},
        {"24,5%", "24.5", false},
        {"-3,75", "-3.75", false},
        {"1,200,500", "1200500", true},
        {"1,2345", NULL, false},
        {"12 34", NULL, false},
        {"1,200 500", NULL, false},
        {"2019 500", NULL, false},
        {"24,", NULL, false},
        {"1.234,56", NULL, false},
        {"0,125", NULL, false},
        {"1.200.000", NULL, false},
        {"12,34,567", NULL, false},
        {"1234,567", NULL, false},
        {"£38,500 in total", NULL, false},
        {"twenty", NULL, false},
        {"", NULL, false},
        {"5 people", NULL, false},
        {"3 to 5", NULL, false},
        {"5-7", NULL, false},
        {"45,000-50,000", NULL, false},
        {"999999999999 thousand", NULL, false},
        {"99999999999999999999999999999999999999999", NULL, false},
        {"1,000,000,000,000,000,000,000", NULL, false},
        {"0.00000000000000000000000000000000001", NULL, false},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct meant_number number = meant_number(&arena, rows[i].text);
        if (!number.meant.text != !rows[i].expected ||
            (number.meant.text && strcmp(number.meant.text, rows[i].expected) != 0))
            fail_msg("\"%s\" becomes %s", rows[i].text, number.meant.text ? number.meant.text : "a question");
        if (number.meant.safe != rows[i].safe)
            fail_msg("\"%s\" is %s", rows[i].text, number.meant.safe ? "safe" : "not safe");
        if (!number.meant.text && !number.meant.remark)
            fail_msg("\"%s\" is asked nothing", rows[i].text);
    }
    arena_free(&arena);
}

static void percent_is_told(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_true(meant_number(&arena, "86%").percent);
    assert_true(meant_number(&arena, "86 per cent").percent);
    assert_false(meant_number(&arena, "86k").percent);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_found_in_how_people_write_them),
        cmocka_unit_test(percent_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
