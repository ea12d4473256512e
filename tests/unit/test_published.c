#include "catalogue/reports/published.h"

#include <stddef.h>

#include "tests/unit/unit.h"

static void the_status_decides_who_sees_a_case(void **state)
{
    (void)state;
    static const struct {
        const char *status;
        enum standing standing;
        enum standing when_review_is_required;
    } cases[] = {
        {"", STANDING_SHOWN, STANDING_HIDDEN},
        {"accepted", STANDING_SHOWN, STANDING_SHOWN},
        {"archived", STANDING_ARCHIVED, STANDING_ARCHIVED},
        {"withdrawn", STANDING_WITHDRAWN, STANDING_WITHDRAWN},
        {"draft", STANDING_HIDDEN, STANDING_HIDDEN},
        {"submitted", STANDING_HIDDEN, STANDING_HIDDEN},
        {"in-review", STANDING_HIDDEN, STANDING_HIDDEN},
        {"returned", STANDING_HIDDEN, STANDING_HIDDEN},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct case_row row = {.review_status = cases[i].status};
        assert_int_equal(published_standing(&row, false), cases[i].standing);
        assert_int_equal(published_standing(&row, true), cases[i].when_review_is_required);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_status_decides_who_sees_a_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
