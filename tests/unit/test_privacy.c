#include "indexer/content/privacy.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "indexer/content/person.h"
#include "tests/unit/unit.h"

/* What is found in a text: "phone:0113 496 0000". Tables in tests/cases/check-privacy.case have the many forms. */
static void finds(const char *text, enum private_kind kind, const char *expected)
{
    struct private_find found = {0};
    if (!privacy_next(text, strlen(text), 0, &found))
        fail_msg("nothing in: %s", text);
    assert_int_equal(found.kind, kind);
    assert_int_equal(found.size, strlen(expected));
    assert_memory_equal(text + found.at, expected, found.size);
}

static void what_is_found_is_found_whole(void **state)
{
    (void)state;
    finds("Ring (0113) 496 0000 now", PRIVATE_PHONE, "0113) 496 0000");
    finds("+44 (0)113 496 0000.", PRIVATE_PHONE, "44 (0)113 496 0000");
    finds("0113 496 0000 2019", PRIVATE_PHONE, "0113 496 0000");
    finds("No. 943 476 5919, 60", PRIVATE_NHS_NUMBER, "943 476 5919");
    finds("(ann.smith@council.example)", PRIVATE_EMAIL, "ann.smith@council.example");
    finds("see https://example.org/a ann@council.example", PRIVATE_EMAIL, "ann@council.example");
    finds("an ISBN team: ring 0113 496 0000", PRIVATE_PHONE, "0113 496 0000");
}

static void the_search_goes_on_behind(void **state)
{
    (void)state;
    static const char text[] = "0113 496 0000/0113 496 0001, a@b.uk c@d.uk";
    struct private_find found = {0};
    size_t count = 0;
    for (size_t from = 0; privacy_next(text, sizeof text - 1, from, &found); from = found.at + found.size)
        count++;
    assert_int_equal(count, 3);
}

/* A quarter of a megabyte of what looks like a beginning takes a moment, whatever it is. */
static void any_text_is_looked_through_at_once(void **state)
{
    (void)state;
    static const char *const pieces[] = {"0", "a1", "12 ", "((", "a@", " [at] ", "0-", "://", "10.1000/", "@@", "1 "};
    enum { SIZE = 256 * 1024 };
    char *text = malloc(SIZE + 1);
    assert_non_null(text);
    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        for (size_t at = 0; at < SIZE; at++)
            text[at] = pieces[i][at % strlen(pieces[i])];
        text[SIZE] = '\0';
        clock_t start = clock();
        struct private_find found = {0};
        for (size_t from = 0; privacy_next(text, SIZE, from, &found); from = found.at + found.size)
            ;
        if (seconds_since(start) >= 1)
            fail_msg("slow: %s", pieces[i]);
    }
    free(text);
}

static void people_are_named(void **state)
{
    (void)state;
    static const char *const people[] = {"Dr Jane Smith", "Prof. Khan", "Public health lead: Sarah Jones",
                                         "Ann Example-Hall"};
    static const char *const others[] = {"Director of public health", "Public health team",    "James Cook Hospital",
                                         "Jo Cox House, Leeds",       "Victoria Road Surgery", "Dr",
                                         "the mary seacole trust",    "Head of service"};
    for (size_t i = 0; i < COUNT_OF(people); i++)
        if (!person_is_named(people[i]))
            fail_msg("%s", people[i]);
    for (size_t i = 0; i < COUNT_OF(others); i++)
        if (person_is_named(others[i]))
            fail_msg("%s", others[i]);
}

static void addresses_of_teams_are_welcome(void **state)
{
    (void)state;
    assert_false(person_own_address("england.healthinequalities@nhs.net", ""));
    assert_false(person_own_address("public.health@council.example", ""));
    assert_false(person_own_address("warm.homes@council.example", "Warm homes"));
    assert_false(person_own_address("hubs@council.example", ""));
    assert_true(person_own_address("ann.example@council.example", ""));
    assert_true(person_own_address("jsmith@council.example", ""));
    assert_true(person_own_address("sarah@council.example", "Public health"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_found_is_found_whole),       cmocka_unit_test(the_search_goes_on_behind),
        cmocka_unit_test(any_text_is_looked_through_at_once), cmocka_unit_test(people_are_named),
        cmocka_unit_test(addresses_of_teams_are_welcome),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
