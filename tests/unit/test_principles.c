#include "search-cli/present/principles.h"

#include <string.h>

#include "tests/unit/golden_index.h"

static const struct principle *find(const struct principles *principles, const char *id)
{
    for (size_t i = 0; i < principles->count; i++) {
        if (strcmp(principles->items[i].term->id, id) == 0)
            return &principles->items[i];
    }
    return NULL;
}

static struct principles of_case(const char *id)
{
    const struct case_study *study = index_case_study(golden_index, &golden_arena, id);
    assert_non_null(study);
    return principles_of(&golden_arena, study, index_vocabularies(golden_index), "2024-05-01");
}

static void what_is_claimed_is_told_from_what_is_shown(void **state)
{
    (void)state;
    struct principles principles = of_case("barbers");
    const struct principle *bespoke = find(&principles, "bespoke");
    const struct principle *purpose = find(&principles, "purpose");
    const struct principle *pooled = find(&principles, "pooled-budgets");
    assert_true(bespoke && bespoke->claimed && !bespoke->shown && !bespoke->can_be_shown);
    assert_true(purpose && !purpose->claimed && purpose->shown);
    assert_true(pooled && pooled->claimed && pooled->shown);
}

static void time_needs_three_years(void **state)
{
    (void)state;
    struct principles principles = of_case("barbers"); /* April 2020 to March 2023 */
    const struct principle *time = find(&principles, "time");
    assert_true(time && time->claimed && !time->shown);
}

static void nothing_claimed_and_nothing_shown_is_left_out(void **state)
{
    (void)state;
    struct principles principles = of_case("letters-trial");
    assert_null(find(&principles, "bespoke"));
    assert_null(find(&principles, "pooled-budgets"));
    assert_non_null(find(&principles, "outcomes"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_claimed_is_told_from_what_is_shown),
        cmocka_unit_test(time_needs_three_years),
        cmocka_unit_test(nothing_claimed_and_nothing_shown_is_left_out),
    };
    return cmocka_run_group_tests(tests, golden_open, golden_close);
}
