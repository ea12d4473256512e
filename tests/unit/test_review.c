#include "catalogue/reports/review.h"

#include <stddef.h>

#include "tests/unit/unit.h"

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static const char *due(const char *published, const char *reviewed, const char *review_by)
{
    static struct case_study study;
    const char *const dates[] = {published, reviewed, review_by};
    static const enum case_field fields[] = {CASE_PUBLISHED, CASE_REVIEWED, CASE_REVIEW_BY};
    study = (struct case_study){.id = "a"};
    for (size_t i = 0; i < COUNT_OF(fields); i++) {
        if (dates[i])
            study.fields[fields[i]] = (struct value){.kind = VALUE_TEXT, .text = dates[i]};
    }
    return review_due(&arena, &study, 24);
}

static void it_is_due_months_after_it_was_last_looked_through(void **state)
{
    (void)state;
    assert_string_equal(due("2024-05-01", NULL, NULL), "2026-05-01");
    assert_string_equal(due("2020-05-01", "2023-11-30", NULL), "2025-11-28");
    assert_string_equal(due("2024-12", NULL, NULL), "2026-12");
    assert_string_equal(due("2024", NULL, NULL), "2026");
}

static void what_the_file_says_comes_first(void **state)
{
    (void)state;
    assert_string_equal(due("2024-05-01", NULL, "2024-09-01"), "2024-09-01");
    assert_string_equal(due(NULL, NULL, NULL), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_due_months_after_it_was_last_looked_through),
        cmocka_unit_test(what_the_file_says_comes_first),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
