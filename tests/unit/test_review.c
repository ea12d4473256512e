#include "search-cli/present/review.h"

#include <stddef.h>

#include "tests/unit/unit.h"

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static const char *due_after(int months, const char *published, const char *reviewed, const char *review_by)
{
    static struct case_study study;
    const char *const dates[] = {published, reviewed, review_by};
    static const enum case_field fields[] = {CASE_PUBLISHED, CASE_REVIEWED, CASE_REVIEW_BY};
    study = (struct case_study){.id = "a"};
    for (size_t i = 0; i < COUNT_OF(fields); i++) {
        if (dates[i])
            study.fields[fields[i]] = (struct value){.kind = VALUE_TEXT, .text = dates[i]};
    }
    return review_due(&arena, &study, months);
}

static const char *due(const char *published, const char *reviewed, const char *review_by)
{
    return due_after(24, published, reviewed, review_by);
}

static void it_is_due_months_after_it_was_last_looked_through(void **state)
{
    (void)state;
    assert_string_equal(due("2024-05-01", NULL, NULL), "2026-05-01");
    assert_string_equal(due("2020-05-01", "2023-11-30", NULL), "2025-11-30");
    assert_string_equal(due("2024-12", NULL, NULL), "2026-12");
    assert_string_equal(due("2024", NULL, NULL), "2026");
}

static void what_the_file_says_comes_first(void **state)
{
    (void)state;
    assert_string_equal(due("2024-05-01", NULL, "2024-09-01"), "2024-09-01");
    assert_string_equal(due(NULL, NULL, NULL), "");
}

static void a_day_that_the_month_lacks_is_its_last(void **state)
{
    (void)state;
    assert_string_equal(due("2024-02-29", NULL, NULL), "2026-02-28");
    assert_string_equal(due_after(48, "2024-02-29", NULL, NULL), "2028-02-29");
    assert_string_equal(due_after(6, "2024-08-31", NULL, NULL), "2025-02-28");
    assert_string_equal(due_after(6, "2024-03-31", NULL, NULL), "2024-09-30");
    assert_string_equal(due_after(6, "2024-03-29", NULL, NULL), "2024-09-29");
    assert_string_equal(due_after(12, "2024-12-31", NULL, NULL), "2025-12-31");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_due_months_after_it_was_last_looked_through),
        cmocka_unit_test(what_the_file_says_comes_first),
        cmocka_unit_test(a_day_that_the_month_lacks_is_its_last),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
