#include "indexer/content/scalars.h"

#include <math.h>
#include <string.h>

#include "tests/unit/unit.h"

/* What a function of a text must say of each row. */
struct verdict {
    const char *text;
    bool good;
};

static void judge(bool (*good)(const char *), const struct verdict *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (good(rows[i].text) != rows[i].good)
            fail_msg("\"%s\" is taken for %s", rows[i].text, rows[i].good ? "bad" : "good");
}

static bool is_number(const char *text)
{
    double number;
    return scalar_number(text, &number);
}

static void numbers_are_plain(void **state)
{
    (void)state;
    static const struct verdict rows[] = {
        {"0", true},
        {"45000", true},
        {"-1.5", true},
        {"0.25", true},
        {"999999999999999", true},
        {"", false},
        {"-", false},
        {".5", false},
        {"5.", false},
        {"1e3", false},
        {"1,000", false},
        {"45k", false},
        {"+5", false},
        {" 5", false},
        {"5 ", false},
        {"0x1F", false},
        {"nan", false},
        {"inf", false},
        {"1.2.3", false},
        {"9999999999999999", false},
        {"\xC2\xA3"
         "5",
         false},
    };
    judge(is_number, rows, COUNT_OF(rows));
    double number = 0;
    assert_true(scalar_number("-12.75", &number) && fabs(number + 12.75) < 1e-12);
}

static void dates_are_real_days(void **state)
{
    (void)state;
    static const struct verdict rows[] = {
        {"2024", true},      {"2024-02", true},     {"2024-02-29", true},   {"2000-02-29", true},
        {"1800", true},      {"2199-12-31", true},  {"2023-02-29", false},  {"1900-02-29", false},
        {"2024-13", false},  {"2024-00", false},    {"2024-04-31", false},  {"2024-04-00", false},
        {"1799", false},     {"2200", false},       {"24", false},          {"2024-4", false},
        {"2024-4-1", false}, {"2024/04/01", false}, {"2024-04-01T", false}, {"20240401", false},
        {"", false},         {"abcd", false},       {"2024-ab", false},
    };
    judge(scalar_date, rows, COUNT_OF(rows));
}

static void dates_compare_by_what_is_certain(void **state)
{
    (void)state;
    assert_true(scalar_compare_dates("2020", "2021") < 0);
    assert_true(scalar_compare_dates("2021-03", "2021-02-28") > 0);
    assert_int_equal(scalar_compare_dates("2021", "2021-03"), 0);
    assert_int_equal(scalar_compare_dates("2021-03-05", "2021-03"), 0);
    assert_true(fabs(scalar_years_between("2020-04", "2023-03") - 35.0 / 12) < 1e-9);
    assert_true(fabs(scalar_years_between("2020", "2023") - 3) < 1e-9);
    assert_true(scalar_years_between("2023", "2020") < 0);
}

static void yes_and_no_have_four_words(void **state)
{
    (void)state;
    bool truth = false;
    assert_true(scalar_yes_no("Yes", &truth) && truth);
    assert_true(scalar_yes_no("TRUE", &truth) && truth);
    assert_true(scalar_yes_no("no", &truth) && !truth);
    assert_true(scalar_yes_no("false", &truth) && !truth);
    assert_false(scalar_yes_no("y", &truth));
    assert_false(scalar_yes_no("", &truth));
    assert_false(scalar_yes_no("yes ", &truth));
}

static void addresses_are_of_the_web_and_nothing_else(void **state)
{
    (void)state;
    static const struct verdict rows[] = {
        {"https://example.org", true},
        {"http://example.org/a?b=c&d#e", true},
        {"https://ex\xC3\xA4mple.org/", true},
        {"https://example.org:8080/", true},
        {"ftp://example.org", false},
        {"javascript:alert(1)", false},
        {"//example.org", false},
        {"example.org", false},
        {"https://", false},
        {"https:///x", false},
        {"https://user@example.org/", false},
        {"https://example.org/a b", false},
        {"https://example.org/\"x", false},
        {"https://example.org/<x>", false},
        {"https://example.org/\n", false},
        {"https://example.org\\x", false},
        {" https://example.org", false},
        {"HTTPS://example.org", false},
        {"https://.example.org", false},
        {"", false},
    };
    judge(scalar_url, rows, COUNT_OF(rows));
    static char longest[2002] = "https://example.org/";
    memset(longest + strlen(longest), 'x', sizeof longest - 1 - strlen(longest));
    assert_false(scalar_url(longest));
    longest[2000] = '\0';
    assert_true(scalar_url(longest));
}

static void mail_addresses_have_a_host(void **state)
{
    (void)state;
    static const struct verdict rows[] = {
        {"team@council.example", true},
        {"a.b+c@x.y.z", true},
        {"team", false},
        {"@council.example", false},
        {"team@", false},
        {"team@council", false},
        {"a@b@c.de", false},
        {"team@.example", false},
        {"a b@c.de", false},
        {"a@c.", false},
        {"<a@c.de>", false},
        {"", false},
    };
    judge(scalar_email, rows, COUNT_OF(rows));
}

static void digital_object_identifiers_begin_with_ten(void **state)
{
    (void)state;
    static const struct verdict rows[] = {
        {"10.1136/bmj.n1", true},
        {"10.1000/a/b", true},
        {"10.1136/", false},
        {"10.1136", false},
        {"10.1/x", false},
        {"10.a136/x", false},
        {"10.1136x/a", false},
        {"10.1136/a\"b", false},
        {"10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2", true},
        {"10.1016/S0140-6736(20)30183-5", true},
        {"10.1000.10/123#4", true},
        {"doi:10.1136/x", false},
        {"https://doi.org/10.1/x", false},
        {"10.1136/a b", false},
        {"", false},
    };
    judge(scalar_doi, rows, COUNT_OF(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_plain),
        cmocka_unit_test(dates_are_real_days),
        cmocka_unit_test(dates_compare_by_what_is_certain),
        cmocka_unit_test(yes_and_no_have_four_words),
        cmocka_unit_test(addresses_are_of_the_web_and_nothing_else),
        cmocka_unit_test(mail_addresses_have_a_host),
        cmocka_unit_test(digital_object_identifiers_begin_with_ten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
