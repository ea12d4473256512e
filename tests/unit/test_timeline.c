#include "search-cli/report/timeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "indexer/index/dates.h"
#include "indexer/index/index_create.h"
#include "tests/unit/unit.h"

/* When the case study of each row began. */
static const char *const starts[] = {"1950", "2020-04", "2020-11-30", NULL, "2023", "2031"};

static struct arena arena;
static struct index *built;

static int start(void **state)
{
    (void)state;
    char folder[] = "/tmp/catalogue-unit-XXXXXX";
    struct index_status status;
    if (!mkdtemp(folder))
        return -1;
    built = index_create(arena_format(&arena, "%s/catalogue.db", folder), &status);
    for (size_t row = 0; built && row < COUNT_OF(starts); row++) {
        struct case_study study = {.id = "a"};
        if (starts[row])
            study.fields[CASE_START] = (struct value){.kind = VALUE_TEXT, .text = starts[row]};
        if (!dates_store(built, row, &study))
            return -1;
    }
    return built ? 0 : -1;
}

static int stop(void **state)
{
    (void)state;
    char *folder = arena_string(&arena, built->path);
    index_discard(built, NULL);
    *strrchr(folder, '/') = '\0';
    rmdir(folder);
    arena_free(&arena);
    return 0;
}

/* The timeline of a few rows. */
static struct timeline of(const size_t *rows, size_t count)
{
    struct bitset within = {0};
    for (size_t i = 0; i < count; i++)
        bitset_add(&arena, &within, rows[i]);
    return timeline_read(built, &arena, &within);
}

static void it_runs_from_the_first_year_to_the_last_of_those_that_count(void **state)
{
    (void)state;
    struct timeline timeline = of((const size_t[]){1, 2, 3, 4}, 4);
    assert_int_equal(timeline.first, 2020);
    assert_int_equal(timeline.years, 4);
    const size_t counts[] = {2, 0, 0, 1};
    for (size_t i = 0; i < COUNT_OF(counts); i++)
        assert_int_equal(timeline.counts[i], counts[i]);
    assert_int_equal(timeline.largest, 2);
    assert_int_equal(timeline.undated, 1);
}

static void one_year_is_enough(void **state)
{
    (void)state;
    struct timeline timeline = of((const size_t[]){0}, 1);
    assert_int_equal(timeline.first, 1950);
    assert_int_equal(timeline.years, 1);
    assert_int_equal(timeline.undated, 0);
}

static void without_dated_cases_there_is_no_year(void **state)
{
    (void)state;
    struct timeline timeline = of((const size_t[]){3}, 1);
    assert_int_equal(timeline.years, 0);
    assert_int_equal(timeline.undated, 1);
    assert_int_equal(of(NULL, 0).years, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_runs_from_the_first_year_to_the_last_of_those_that_count),
        cmocka_unit_test(one_year_is_enough),
        cmocka_unit_test(without_dated_cases_there_is_no_year),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
