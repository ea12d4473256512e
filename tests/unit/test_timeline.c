#include "catalogue/reports/timeline.h"

#include "tests/unit/golden_index.h"

static void years_run_without_holes(void **state)
{
    (void)state;
    struct timeline timeline = timeline_read(golden_index, &golden_arena, &golden_visible);
    assert_true(timeline.years > 0);
    size_t dated = 0;
    for (size_t i = 0; i < timeline.years; i++)
        dated += timeline.counts[i];
    assert_int_equal(dated + timeline.undated, bitset_size(&golden_visible));
    assert_true(timeline.counts[timeline.years - 1] > 0);
    assert_true(timeline.first <= 2020 && timeline.first + (int)timeline.years > 2020);
    assert_true(timeline.counts[2020 - timeline.first] >= 1);
}

static void without_cases_there_is_no_year(void **state)
{
    (void)state;
    struct bitset none = {0};
    struct timeline timeline = timeline_read(golden_index, &golden_arena, &none);
    assert_int_equal(timeline.years, 0);
    assert_int_equal(timeline.undated, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(years_run_without_holes),
        cmocka_unit_test(without_cases_there_is_no_year),
    };
    return cmocka_run_group_tests(tests, golden_open, golden_close);
}
