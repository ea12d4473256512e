#include "indexer/content/absence.h"

#include "tests/unit/unit.h"

static void absence_is_told_from_a_result_and_from_a_rule(void **state)
{
    (void)state;
    static const char *const claims[] = {
        "No figures were published.",
        "No later results have been published",
        "The report was not published.",
        "It has not yet been published.",
        "None of it was ever published",
        "A guide that was not found",
        "The guide could not be found.",
        "No evaluation\nwas found.",
        "It was NOT  found",
        "It worked. No report was found in any library.",
        "We could not find a report.",
        "The team was not able to locate the final evaluation",
        "A search found nothing.",
        "No evaluation exists.",
        "No data on cost are available.",
        "The report is not publicly available.",
        "Its results are unpublished.",
        "Figures have yet to be published.",
    };
    static const char *const others[] = {
        "It was published in 2020.",
        "No difference was found between the groups.",
        "The work was not found to help.",
        "It must not be published before June.",
        "No source says how many checks found something wrong",
        "There is no doubt. It was published.",
        "The unfounded report; nobody published",
        "We found that no figures were given",
        "Newfound friends",
        "They could not find the time",
        "The study did not find any effect.",
        "The nurse found nothing wrong with him.",
        "No appointments were available.",
        "It was not available to men.",
        "Unpublished work of the trust was used.",
        "Find out what is available",
        "",
    };
    for (size_t i = 0; i < COUNT_OF(claims); i++) {
        if (!absence_claimed(claims[i]))
            print_error("%s\n", claims[i]);
        assert_non_null(absence_claimed(claims[i]));
    }
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        if (absence_claimed(others[i]))
            print_error("%s\n", others[i]);
        assert_null(absence_claimed(others[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(absence_is_told_from_a_result_and_from_a_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
