#include "indexer/content/estimate.h"

#include "tests/unit/unit.h"

/* An estimate as a file has it; NULL for what is not there. */
struct written {
    const char *type;
    double value;
    const double *low, *high;
    const char *better;
};

static struct estimate read(const struct written *written)
{
    struct value members[ESTIMATE_MEMBERS] = {0};
    struct value outcome[OUTCOME_MEMBERS] = {0};
    members[ESTIMATE_TYPE] = (struct value){.kind = VALUE_TEXT, .text = written->type};
    members[ESTIMATE_VALUE] = (struct value){.kind = VALUE_NUMBER, .number = written->value, .text = "?"};
    if (written->low)
        members[ESTIMATE_LOW] = (struct value){.kind = VALUE_NUMBER, .number = *written->low, .text = "?"};
    if (written->high)
        members[ESTIMATE_HIGH] = (struct value){.kind = VALUE_NUMBER, .number = *written->high, .text = "?"};
    if (written->better)
        outcome[OUTCOME_BETTER] = (struct value){.kind = VALUE_TEXT, .text = written->better};
    outcome[OUTCOME_ESTIMATE] = (struct value){.kind = VALUE_MAP, .items = members, .count = ESTIMATE_MEMBERS};
    return estimate_of(&(struct value){.kind = VALUE_MAP, .items = outcome, .count = OUTCOME_MEMBERS});
}

static enum estimate_says says(const char *type, double value, double low, double high, const char *better)
{
    return read(&(struct written){type, value, &low, &high, better}).says;
}

static void what_an_estimate_says_is_by_its_range_and_the_wanted_side(void **state)
{
    (void)state;
    assert_int_equal(says("odds-ratio", 0.58, 0.49, 0.69, "lower"), ESTIMATE_BETTER);
    assert_int_equal(says("odds-ratio", 0.58, 0.49, 0.69, "higher"), ESTIMATE_WORSE);
    assert_int_equal(says("odds-ratio", 1.32, 0.99, 1.76, "lower"), ESTIMATE_NONE_SHOWN);
    assert_int_equal(says("difference", 1.3, 0.2, 2.4, "higher"), ESTIMATE_BETTER);
    assert_int_equal(says("change-difference", -0.8, -2.4, 0.7, "lower"), ESTIMATE_NONE_SHOWN);
    assert_int_equal(says("trend", -0.91, -1.27, -0.54, "lower"), ESTIMATE_BETTER);
    assert_int_equal(says("percent-change", 40, 12, 75, "lower"), ESTIMATE_WORSE);
}

static void a_range_that_touches_no_effect_holds_it(void **state)
{
    (void)state;
    assert_int_equal(says("risk-ratio", 1.2, 1, 1.4, "higher"), ESTIMATE_NONE_SHOWN);
    assert_int_equal(says("difference", -2, -4, 0, "lower"), ESTIMATE_NONE_SHOWN);
}

static void the_mark_of_no_effect_is_one_for_ratios_alone(void **state)
{
    (void)state;
    static const char *const ratios[] = {"risk-ratio", "rate-ratio", "odds-ratio", "hazard-ratio", "prevalence-ratio"};
    static const char *const others[] = {
        "difference", "change-difference", "percent-change", "standardised-difference", "trend", ""};
    for (size_t i = 0; i < COUNT_OF(ratios); i++)
        assert_true(estimate_is_ratio(ratios[i]));
    for (size_t i = 0; i < COUNT_OF(others); i++)
        assert_false(estimate_is_ratio(others[i]));
}

static void without_a_range_only_the_side_is_known(void **state)
{
    (void)state;
    struct estimate estimate = read(&(struct written){"rate-ratio", 2.38, NULL, NULL, "lower"});
    assert_int_equal(estimate.says, ESTIMATE_NO_RANGE);
    assert_int_equal(estimate.side, -1);
    double low = 2;
    assert_int_equal(read(&(struct written){"rate-ratio", 2.38, &low, NULL, "lower"}).says, ESTIMATE_NO_RANGE);
}

static void without_a_wanted_side_nothing_is_claimed(void **state)
{
    (void)state;
    double low = 2, high = 3;
    struct estimate estimate = read(&(struct written){"rate-ratio", 2.38, &low, &high, NULL});
    assert_int_equal(estimate.says, ESTIMATE_NO_SIDE);
    assert_int_equal(estimate.side, 0);
    low = 0.9;
    assert_int_equal(read(&(struct written){"rate-ratio", 2.38, &low, &high, NULL}).says, ESTIMATE_NONE_SHOWN);
    assert_true(estimate.level == 95);
    assert_string_equal(estimate.comparison, "");
}

static void an_outcome_without_one_says_nothing(void **state)
{
    (void)state;
    struct estimate estimate = estimate_of(&(struct value){.kind = VALUE_NONE});
    assert_int_equal(estimate.says, ESTIMATE_ABSENT);
    assert_string_equal(estimate.type, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_an_estimate_says_is_by_its_range_and_the_wanted_side),
        cmocka_unit_test(a_range_that_touches_no_effect_holds_it),
        cmocka_unit_test(the_mark_of_no_effect_is_one_for_ratios_alone),
        cmocka_unit_test(without_a_range_only_the_side_is_known),
        cmocka_unit_test(without_a_wanted_side_nothing_is_claimed),
        cmocka_unit_test(an_outcome_without_one_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
