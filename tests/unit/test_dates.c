/* The dates of cases as queries compare them. */
#include "tests/unit/own_index.h"

#include "indexer/index/dates.h"

/* The rows whose date lies between, as "1 2 3". */
static const char *between(const char *from, const char *to)
{
    struct text out = {0};
    struct bitset rows = dates_between(index_here, &arena, "published", from, to);
    for (size_t row = 0; row < 10; row++)
        if (bitset_has(&rows, row))
            text_format(&out, "%s%zu", out.size ? " " : "", row);
    const char *copy = arena_string(&arena, text_string(&out));
    text_free(&out);
    return copy;
}

static void dates_are_compared_as_far_as_both_go(void **state)
{
    (void)state;
    change("PRAGMA foreign_keys = OFF; DELETE FROM dates;"
           "INSERT INTO dates VALUES ('published', '2020', 1), ('published', '2021-05', 2),"
           "('published', '2021-05-31', 3), ('start', '2021-05-31', 4)");
    assert_string_equal(between("2021", "2021"), "2 3");
    assert_string_equal(between("2021-05-01", ""), "2 3");
    assert_string_equal(between("2020-06", "2020-07"), "1");
    assert_string_equal(between("", "2021-05-30"), "1 2");
    assert_string_equal(between("", ""), "1 2 3");
    assert_string_equal(between("2022", ""), "");
    struct date_rows rows = dates_of(index_here, &arena, "published");
    assert_int_equal(rows.count, 3);
    assert_string_equal(rows.items[2].date, "2021-05-31");
    assert_int_equal(rows.items[2].row, 3);
}

static struct case_study *study_of(const char *published, const char *end)
{
    struct case_study *study = arena_alloc(&arena, sizeof *study);
    memset(study, 0, sizeof *study);
    study->fields[CASE_PUBLISHED] = (struct value){.kind = VALUE_TEXT, .text = published};
    study->fields[CASE_END] = (struct value){.kind = VALUE_TEXT, .text = end};
    return study;
}

static void the_dates_of_a_row_take_the_place_of_those_it_had(void **state)
{
    (void)state;
    assert_true(dates_store(index_here, 1, study_of("1999", "")));
    assert_true(dates_store(index_here, 1, study_of("2001", "2003")));
    assert_string_equal(between("1990", "2005"), "1");
    assert_string_equal(between("1999", "1999"), "");
    assert_true(dates_remove(index_here, 1));
    assert_string_equal(between("1990", "2005"), "");
}

static void what_could_not_be_written_is_told_and_ends_it(void **state)
{
    (void)state;
    change("CREATE TRIGGER refuse BEFORE INSERT ON dates WHEN new.field = 'published' BEGIN SELECT RAISE(ABORT, 'no'); "
           "END");
    assert_false(dates_store(index_here, 1, study_of("2001", "2003")));
    assert_true(index_failed(index_here));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OWN(dates_are_compared_as_far_as_both_go),
        OWN(the_dates_of_a_row_take_the_place_of_those_it_had),
        OWN(what_could_not_be_written_is_told_and_ends_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
