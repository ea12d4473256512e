#include "indexer/content/meant_date.h"

#include <string.h>

#include "indexer/content/scalars.h"
#include "tests/unit/unit.h"

/* What is proposed in place of each text, as a beginning and as an end; NULL is a question. */
struct row {
    const char *text;
    const char *start;
    const char *end;
    bool safe;
};

static void is_meant(const char *text, struct meant meant, const char *expected, bool safe)
{
    if (!meant.text != !expected || (meant.text && strcmp(meant.text, expected) != 0))
        fail_msg("\"%s\" becomes %s", text, meant.text ? meant.text : "a question");
    if (meant.text && meant.safe != safe)
        fail_msg("\"%s\" is %s", text, meant.safe ? "safe" : "not safe");
    if (meant.text && !scalar_date(meant.text))
        fail_msg("\"%s\" becomes no date", text);
    if (!meant.safe && !meant.remark)
        fail_msg("\"%s\": nothing is said about the guess", text);
}

static void dates_are_found_in_how_people_write_them(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"24/11/2026", "2026-11-24", "2026-11-24", true},
        {"24.11.2026", "2026-11-24", "2026-11-24", true},
        {"24-11-2026", "2026-11-24", "2026-11-24", true},
        {"31.4.2021", NULL, NULL, false},
        {"30.4.2021", "2021-04-30", "2021-04-30", true},
        {"5/5/2024", "2024-05-05", "2024-05-05", true},
        {"1/2/2024", "2024-02-01", "2024-02-01", false},
        {"11/24/2026", "2026-11-24", "2026-11-24", false},
        {"24/11/26", "2026-11-24", "2026-11-24", false},
        {"2026/11/24", "2026-11-24", "2026-11-24", true},
        {"2026-4-1", "2026-04-01", "2026-04-01", true},
        {"24 November 2026", "2026-11-24", "2026-11-24", true},
        {"Tuesday, 24 November 2026", "2026-11-24", "2026-11-24", true},
        {"the 3rd of May 2024", "2024-05-03", "2024-05-03", true},
        {"1st May 2024", "2024-05-01", "2024-05-01", true},
        {"November 24, 2026", "2026-11-24", "2026-11-24", true},
        {"May 2024", "2024-05", "2024-05", true},
        {"Nov. 2023", "2023-11", "2023-11", true},
        {"2023 November", "2023-11", "2023-11", true},
        {"3 sept 2020", "2020-09-03", "2020-09-03", true},
        {"04/2021", "2021-04", "2021-04", true},
        {"2021/04", "2021-04", "2021-04", true},
        {"2021-4", "2021-04", "2021-04", true},
        {"2021/22", "2021-04", "2022-03", false},
        {"2021-22", "2021-04", "2022-03", false},
        {"2021–22", "2021-04", "2022-03", false},
        {"2021/2022", "2021-04", "2022-03", false},
        {"FY 2021/22", "2021-04", "2022-03", false},
        {"1999/00", "1999-04", "2000-03", false},
        {"2019-2021", "2019", "2021", false},
        {"2019 to 2021", "2019", "2021", false},
        {"spring 2021", "2021-03", "2021-05", false},
        {"Winter 2021", "2021-12", "2022-02", false},
        {"Winter 2022/23", "2022-12", "2023-02", false},
        {"Summer 2022/23", NULL, NULL, false},
        {"Q2 2021", "2021-04", "2021-06", false},
        {"Q4 2021/22", "2022-01", "2022-03", false},
        {"April-June 2021", "2021-04", "2021-06", false},
        {"early 2021", "2021", "2021", false},
        {"mid-2021", "2021", "2021", false},
        {"since 2021", "2021", "2021", false},
        {"c. 2019", "2019", "2019", false},
        {"31/02/2024", NULL, NULL, false},
        {"soon", NULL, NULL, false},
        {"today", NULL, NULL, false},
        {"ongoing", NULL, NULL, false},
        {"", NULL, NULL, false},
        {"2021 people", NULL, NULL, false},
        {"12 or 13 May 2021", NULL, NULL, false},
        {"99999999999999999999/1/1", NULL, NULL, false},
        {"May", NULL, NULL, false},
        {"2022/21", NULL, NULL, false},
        {"0/0/2021", NULL, NULL, false},
        {"00/2021", NULL, NULL, false},
        {"0 May 2021", NULL, NULL, false},
        {"1stx May 2024", NULL, NULL, false},
        {"approximatelyish 2021", NULL, NULL, false},
        {"1 2 3 4 5 6 7 8 9", NULL, NULL, false},
        {"the first of the many days on which the whole of this began: May 2021", NULL, NULL, false},
        {"?2021", NULL, NULL, false},
        {"2021?", NULL, NULL, false},
        {"q2 2021", "2021-04", "2021-06", false},
        {"Q 2021", NULL, NULL, false},
        {"a1 2021", NULL, NULL, false},
        {"Q5 2021", NULL, NULL, false},
        {"1799", NULL, NULL, false},
        {"2200", NULL, NULL, false},
        {"1 May 1799", NULL, NULL, false},
        {"2021 2", NULL, NULL, false},
        {"2021 22", NULL, NULL, false},
        {"2021/0", NULL, NULL, false},
        {"2021-13", NULL, NULL, false},
        {"2021 - 2022", "2021", "2022", false},
        {"2021.05", NULL, NULL, false},
        {"2022-2021", NULL, NULL, false},
        {"2021/2023", "2021", "2023", false},
        {"2021/5000", NULL, NULL, false},
        {"2021 spring", "2021-03", "2021-05", false},
        {"spring May", NULL, NULL, false},
        {"May spring", NULL, NULL, false},
        {"4 2021", NULL, NULL, false},
        {"13/2021", NULL, NULL, false},
        {"123/2021", NULL, NULL, false},
        {"Q4 2021 May", NULL, NULL, false},
        {"Q4 May 2021", NULL, NULL, false},
        {"Winter 2022 May", NULL, NULL, false},
        {"Winter May 2022", NULL, NULL, false},
        {"May June 21", NULL, NULL, false},
        {"May June July", NULL, NULL, false},
        {"3 May 21", NULL, NULL, false},
        {"May 3 21", NULL, NULL, false},
        {"May 123 2021", NULL, NULL, false},
        {"123 May 2021", NULL, NULL, false},
        {"2021-5-May", NULL, NULL, false},
        {"2021-May-5", NULL, NULL, false},
        {"2021 5 5", NULL, NULL, false},
        {"2021/5-5", NULL, NULL, false},
        {"2021/555/5", NULL, NULL, false},
        {"2021/5/555", NULL, NULL, false},
        {"5/555/2021", NULL, NULL, false},
        {"5/May/2021", "2021-05-05", "2021-05-05", true},
        {"5 5 2021", NULL, NULL, false},
        {"5/5-2021", NULL, NULL, false},
        {"5/5/1700", NULL, NULL, false},
        {"5/5/5", NULL, NULL, false},
        {"5/555/21", NULL, NULL, false},
        {"5 5 21", NULL, NULL, false},
        {"May/5/21", NULL, NULL, false},
        {"in early May 2021", "2021-05", "2021-05", false},
        {"about Q2 2021", "2021-04", "2021-06", false},
        {"1 2 3 4", NULL, NULL, false},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        is_meant(rows[i].text, meant_date(&arena, rows[i].text, false), rows[i].start, rows[i].safe);
        is_meant(rows[i].text, meant_date(&arena, rows[i].text, true), rows[i].end, rows[i].safe);
    }
    assert_string_equal(meant_date(&arena, "ongoing", true).remark, "leave it out as long as it goes on");
    arena_free(&arena);
}

static void a_year_is_the_first_that_is_named(void **state)
{
    (void)state;
    struct arena arena = {0};
    assert_string_equal(meant_year(&arena, "2021/22").text, "2021");
    assert_string_equal(meant_year(&arena, "April 2021").text, "2021");
    assert_false(meant_year(&arena, "April 2021").safe);
    assert_null(meant_year(&arena, "twenty").text);
    assert_string_equal(meant_year(&arena, "2021-04").text, "2021");
    assert_false(meant_year(&arena, "2021-04").safe);
    assert_string_equal(meant_year(&arena, "2021-04-30").text, "2021");
    assert_true(meant_year(&arena, "in 2021").safe);
    assert_null(meant_year(&arena, "in 2021").remark);
    struct meant about = meant_year(&arena, "about 2021");
    assert_string_equal(about.text, "2021");
    assert_false(about.safe);
    assert_string_equal(about.remark, "one year belongs here, and no more");
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_found_in_how_people_write_them),
        cmocka_unit_test(a_year_is_the_first_that_is_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
