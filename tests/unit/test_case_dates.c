#include "indexer/content/case_dates.h"

#include <string.h>

#include "tests/unit/unit.h"

static struct arena arena;
static struct case_dates dates;
static struct diagnostics told;

static int start(void **state)
{
    (void)state;
    dates = (struct case_dates){0};
    return 0;
}

static int stop(void **state)
{
    (void)state;
    diagnostics_free(&told);
    told = (struct diagnostics){0};
    arena_free(&arena);
    return 0;
}

static struct value date(const char *text, size_t line)
{
    return text ? (struct value){.kind = VALUE_TEXT, .text = text, .place = {line, 1, 1}}
                : (struct value){.kind = VALUE_NONE};
}

/* A case in the file NAME: published on line 1, reviewed on line 2, to be looked at again by the date on line 3. */
static void add(const char *name, const char *published, const char *reviewed, const char *by, bool checked)
{
    struct case_study *study = arena_alloc(&arena, sizeof *study);
    memset(study, 0, sizeof *study);
    study->path = name;
    study->fields[CASE_PUBLISHED] = date(published, 1);
    study->fields[CASE_REVIEWED] = date(reviewed, 2);
    study->fields[CASE_REVIEW_BY] = date(by, 3);
    case_dates_add(&arena, &dates, study, checked);
}

static void assert_told(const char *expected)
{
    struct text said = {0};
    for (size_t i = 0; i < told.count; i++)
        text_format(&said, "%s:%zu: %s\n", told.items[i].path, told.items[i].place.line, told.items[i].message);
    assert_string_equal(text_string(&said), expected);
    text_free(&said);
}

static void a_date_years_after_all_others_is_told_where_it_stands(void **state)
{
    (void)state;
    add("a.md", "2024", NULL, NULL, true);
    add("b.md", "2019", "2025-01", NULL, true);
    add("c.md", "2020", "2051-02-03", NULL, true);
    add("d.md", NULL, NULL, NULL, true);
    case_dates_far(&dates, &told);
    assert_told(
        "c.md:2: 2051-02-03 lies years after the date of every other case study, the newest of which is 2025-01\n");
}

static void one_that_is_published_so_is_told_there(void **state)
{
    (void)state;
    add("a.md", "2061", "2020", NULL, true);
    add("b.md", "2024", NULL, NULL, true);
    add("c.md", "2023", NULL, NULL, true);
    case_dates_far(&dates, &told);
    assert_told("a.md:1: 2061 lies years after the date of every other case study, the newest of which is 2024\n");
}

static void few_dates_near_dates_and_those_of_other_files_are_not_told(void **state)
{
    (void)state;
    case_dates_far(&dates, &told);
    add("a.md", "2061", NULL, NULL, true);
    case_dates_far(&dates, &told);
    add("b.md", "2024", NULL, NULL, true);
    case_dates_far(&dates, &told);
    add("c.md", "2058", NULL, NULL, true);
    case_dates_far(&dates, &told);
    add("d.md", "2099", NULL, NULL, false);
    case_dates_far(&dates, &told);
    assert_told("");
}

static void a_review_is_overdue_beside_the_second_newest_date(void **state)
{
    (void)state;
    add("a.md", "2030", NULL, "2024-06", true);
    add("b.md", "2024-05", NULL, "2024-05-31", true);
    add("c.md", "2025", NULL, "2024", true);
    add("d.md", "2023", NULL, "2020", false);
    add("e.md", "2022", NULL, "2025-02", true);
    case_dates_overdue(&dates, &told);
    assert_told("a.md:3: it was to be looked at again by 2024-06, and the catalogue has come to 2025\n"
                "b.md:3: it was to be looked at again by 2024-05-31, and the catalogue has come to 2025\n"
                "c.md:3: it was to be looked at again by 2024, and the catalogue has come to 2025\n");
}

static void of_one_case_its_own_date_counts_and_of_none_nothing_is_due(void **state)
{
    (void)state;
    add("a.md", NULL, NULL, "2020", true);
    case_dates_overdue(&dates, &told);
    assert_told("");
    add("b.md", "2021", NULL, NULL, true);
    case_dates_overdue(&dates, &told);
    assert_told("a.md:3: it was to be looked at again by 2020, and the catalogue has come to 2021\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_date_years_after_all_others_is_told_where_it_stands),
        TEST(one_that_is_published_so_is_told_there),
        TEST(few_dates_near_dates_and_those_of_other_files_are_not_told),
        TEST(a_review_is_overdue_beside_the_second_newest_date),
        TEST(of_one_case_its_own_date_counts_and_of_none_nothing_is_due),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
