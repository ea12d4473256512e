#include "search-cli/present/format.h"

#include "tests/unit/unit.h"

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void numbers_have_commas_and_no_dust(void **state)
{
    (void)state;
    static const struct {
        double number;
        const char *text;
    } cases[] = {
        {0, "0"},
        {7, "7"},
        {999, "999"},
        {1000, "1,000"},
        {1234567, "1,234,567"},
        {0.1 + 0.2, "0.3"},
        {12400.5, "12,400.5"},
        {-3.25, "\u22123.25"},
        {-0.000001, "0"},
        {18.5 - 60.8, "\u221242.3"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(format_number(&arena, cases[i].number), cases[i].text);
    assert_string_equal(format_count(&arena, 12400), "12,400");
}

static struct figure whole(double number)
{
    return (struct figure){number, 0};
}

/* 0.90 is more than 0.9: it says how finely it was measured. */
static void figures_keep_the_decimals_they_were_reported_with(void **state)
{
    (void)state;
    static const struct {
        struct figure figure;
        const char *text;
    } cases[] = {
        {{0.9, 2}, "0.90"},           {{1.2, 2}, "1.20"},        {{1, 1}, "1.0"},          {{-0.5, 2}, "\u22120.50"},
        {{12400, 1}, "12,400.0"},     {{0.00012, 5}, "0.00012"}, {{0.1 + 0.2, 2}, "0.30"}, {{0.30000000004, 1}, "0.3"},
        {{-0.001, 2}, "\u22120.001"}, {{0, 2}, "0.00"},          {{-0.0, 1}, "0.0"},       {{6.5, 0}, "6.5"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(format_figure(&arena, cases[i].figure), cases[i].text);
    assert_string_equal(format_with_unit(&arena, (struct figure){5, 1}, "%"), "5.0%");
    assert_string_equal(format_difference(&arena, (struct figure){-1, 1}, "%"), "\u22121.0 points");
    assert_string_equal(format_difference(&arena, (struct figure){0, 1}, "%"), "0.0 points");
    assert_string_equal(format_from_to(&arena, (struct figure){1.1, 2}, (struct figure){0.9, 1}, ""), "1.10 to 0.9");
    assert_string_equal(format_instead(&arena, (struct figure){3, 1}, (struct figure){6, 1}, "%"),
                        "3.0% instead of 6.0%");
    assert_string_equal(format_money(&arena, (struct figure){2.5, 2}, "GBP"), "£2.50");
}

static void units_stand_as_people_write_them(void **state)
{
    (void)state;
    assert_string_equal(format_with_unit(&arena, whole(62), "%"), "62%");
    assert_string_equal(format_with_unit(&arena, whole(3.5), "days"), "3.5 days");
    assert_string_equal(format_with_unit(&arena, whole(4), ""), "4");
    assert_string_equal(format_difference(&arena, whole(6), "%"), "+6 points");
    assert_string_equal(format_difference(&arena, whole(-6), "days"), "\u22126 days");
    assert_string_equal(format_difference(&arena, whole(0), ""), "0");
    assert_string_equal(format_money(&arena, whole(45000), "GBP"), "£45,000");
    assert_string_equal(format_money(&arena, whole(45000), "EUR"), "EUR 45,000");
    assert_string_equal(format_with_unit(&arena, whole(-9.8), "% change"), "\u22129.8% change");
    assert_string_equal(format_with_unit(&arena, whole(-90000), "£"), "\u2212£90,000");
    assert_string_equal(format_with_unit(&arena, whole(140), "£ million"), "£140 million");
    assert_string_equal(format_difference(&arena, whole(-1), "%"), "\u22121 point");
    assert_string_equal(format_size(&arena, whole(25), "%"), "25 points");
    assert_string_equal(format_from_to(&arena, whole(40), whole(65), "people"), "40 to 65 people");
    assert_string_equal(format_from_to(&arena, whole(12), whole(5), "%"), "12% to 5%");
    assert_string_equal(format_from_to(&arena, whole(56), whole(56), "%"), "56% before and after");
    assert_string_equal(format_instead(&arena, whole(36), whole(61), "per 1,000"), "36 instead of 61 per 1,000");
    assert_string_equal(format_instead(&arena, whole(16), whole(6), "%"), "16% instead of 6%");
    assert_string_equal(format_instead(&arena, whole(56), whole(56), "%"), "56% in both");
    assert_string_equal(format_cases(&arena, 1), "1 case study");
    assert_string_equal(format_cases(&arena, 1200), "1,200 case studies");
    assert_string_equal(format_counted(&arena, 1, "%s month", "%s months"), "1 month");
    assert_string_equal(format_counted(&arena, 1200, "%s month", "%s months"), "1,200 months");
}

static void large_sums_are_short_where_nothing_is_lost(void **state)
{
    (void)state;
    assert_string_equal(format_money(&arena, whole(5300000000.0), "GBP"), "£5.3 billion");
    assert_string_equal(format_money(&arena, whole(2500000), "GBP"), "£2.5 million");
    assert_string_equal(format_money_short(&arena, 50, "GBP"), "£50");
    assert_string_equal(format_money_short(&arena, 1000, "GBP"), "£1k");
    assert_string_equal(format_money_short(&arena, 20e6, "EUR"), "EUR 20m");
    assert_string_equal(format_money_short(&arena, 1e9, ""), "£1bn");
    assert_string_equal(format_money(&arena, whole(1250000), "EUR"), "EUR 1.25 million");
    assert_string_equal(format_money(&arena, whole(1234567), "GBP"), "£1,234,567");
    assert_string_equal(format_money(&arena, whole(999999), "GBP"), "£999,999");
}

static void dates_are_as_exact_as_they_are(void **state)
{
    (void)state;
    assert_string_equal(format_date(&arena, "2024-05-01"), "1 May 2024");
    assert_string_equal(format_date(&arena, "2024-12"), "December 2024");
    assert_string_equal(format_date(&arena, "2024"), "2024");
    assert_string_equal(format_date(&arena, "2024-13-01"), "2024-13-01");
    assert_string_equal(format_date(&arena, ""), "");
    assert_string_equal(format_period(&arena, "2019", "2021-05"), "2019 to May 2021");
    assert_string_equal(format_period(&arena, "2019", "2019"), "2019");
    assert_string_equal(format_period(&arena, "2021-04", ""), "From April 2021");
    assert_string_equal(format_period(&arena, "", "2012"), "Until 2012");
    assert_string_equal(format_period(&arena, "", ""), "");
}

static void labels_fit_into_sentences(void **state)
{
    (void)state;
    assert_string_equal(format_lower(&arena, "Priority area"), "priority area");
    assert_string_equal(format_lower(&arena, "NHS trust"), "NHS trust");
    assert_string_equal(format_lower(&arena, ""), "");
    assert_string_equal(format_sentence(&arena, "It ended"), "It ended.");
    assert_string_equal(format_sentence(&arena, "Did it?"), "Did it?");
    assert_string_equal(format_sentence(&arena, "\"It did.\""), "\"It did.\"");
    assert_string_equal(format_sentence(&arena, "\"It\""), "\"It\".");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_have_commas_and_no_dust),
        cmocka_unit_test(figures_keep_the_decimals_they_were_reported_with),
        cmocka_unit_test(units_stand_as_people_write_them),
        cmocka_unit_test(large_sums_are_short_where_nothing_is_lost),
        cmocka_unit_test(dates_are_as_exact_as_they_are),
        cmocka_unit_test(labels_fit_into_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
