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
        {"0.123456789012345", true},
        {"0.1234567890123456", false},
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
        {"2024", true},        {"2024-02", true},     {"2024-02-29", true},   {"2000-02-29", true},
        {"1800", true},        {"2199-12-31", true},  {"2023-02-29", false},  {"1900-02-29", false},
        {"2024-13", false},    {"2024-00", false},    {"2024-04-31", false},  {"2024-04-00", false},
        {"1799", false},       {"2200", false},       {"24", false},          {"2024-4", false},
        {"2024-4-1", false},   {"2024/04/01", false}, {"2024-04-01T", false}, {"20240401", false},
        {"", false},           {"abcd", false},       {"2024-ab", false},     {"2024-04/01", false},
        {"2024-04-1a", false}, {"2024-04-a1", false},
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
        {"https://example.org/\x7f", false},
        {"https://example.org/\x01", false},
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
        {"mailto:a@c.de", false},
        {"a@c.de,b@c.de", false},
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
        {"10.1136/a\x7f", false},
        {"", false},
    };
    judge(scalar_doi, rows, COUNT_OF(rows));
}

static void an_address_that_is_refused_is_told_why(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"ftp://example.org", "it begins with neither https:// nor http://"},
        {"https://example.org/a b", "it has a blank in it; write %20 where one is meant"},
        {"https://example.org/<", "it has a sign that no address may have"},
        {"https://me@example.org", "it names a user before the host"},
        {"https://example.org/a\u200Bb", "it has a character that nobody sees"},
        {"https://?x", "it names no host"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(scalar_url_fault(cases[i][0]), cases[i][1]);
    assert_null(scalar_url_fault("https://example.org/@me"));
}

static void colours_have_three_or_six_digits(void **state)
{
    (void)state;
    static const char *const bad[] = {"",         "#",       "#ff",     "#ffff",     "#fffffff",
                                      "ffffffff", "#12345g", "#g23456", "#fffffffff"};
    unsigned parts[3];
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        if (scalar_colour(bad[i], parts))
            fail_msg("\"%s\" is taken for a colour", bad[i]);
    assert_true(scalar_colour("#1aF", parts) && parts[0] == 0x11 && parts[1] == 0xAA && parts[2] == 0xFF);
    assert_true(scalar_colour("0080Ff", parts) && parts[0] == 0 && parts[1] == 0x80 && parts[2] == 0xFF);
}

static void the_id_of_a_case_is_lower_case_words_with_single_hyphens(void **state)
{
    (void)state;
    static const struct verdict rows[] = {
        {"barbers", true},
        {"a-1", true},
        {"7", true},
        {"", false},
        {"-a", false},
        {"a-", false},
        {"a--b", false},
        {"A", false},
        {"a_b", false},
        {"a b", false},
        {"../a", false},
        {"con", false},
        {"index", false},
        {"\xC3\xA9", false},
        {"a234567890123456789012345678901234567890123456789012345678901234", true},
        {"a2345678901234567890123456789012345678901234567890123456789012345", false},
    };
    judge(scalar_case_id, rows, COUNT_OF(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_plain),
        cmocka_unit_test(dates_are_real_days),
        cmocka_unit_test(dates_compare_by_what_is_certain),
        cmocka_unit_test(yes_and_no_have_four_words),
        cmocka_unit_test(addresses_are_of_the_web_and_nothing_else),
        cmocka_unit_test(an_address_that_is_refused_is_told_why),
        cmocka_unit_test(colours_have_three_or_six_digits),
        cmocka_unit_test(the_id_of_a_case_is_lower_case_words_with_single_hyphens),
        cmocka_unit_test(mail_addresses_have_a_host),
        cmocka_unit_test(digital_object_identifiers_begin_with_ten),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
