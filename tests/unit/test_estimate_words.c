/* A published effect in words: what it is, its range, and no more than the range allows. */
#include "search-cli/present/estimate_words.h"

#include <string.h>

#include "tests/unit/unit.h"

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void assert_words(const struct estimate *estimate, const char *unit, const char *effect, const char *range,
                         const char *says)
{
    const struct vocabularies vocabularies = {0};
    struct estimate_words words = estimate_words_of(&arena, estimate, unit, &vocabularies);
    assert_string_equal(words.effect, effect);
    assert_string_equal(words.range, range);
    assert_string_equal(words.says, says);
}

static struct estimate estimate(const char *type, double value, double low, double high, int side)
{
    bool is_ratio = strstr(type, "-ratio") != NULL;
    return (struct estimate){.says = ESTIMATE_BETTER,
                             .type = type,
                             .value = value,
                             .has_range = true,
                             .low = low,
                             .high = high,
                             .level = 95,
                             .no_effect = is_ratio ? 1 : 0,
                             .is_ratio = is_ratio,
                             .is_percent = strcmp(type, "percent-change") == 0,
                             .side = side,
                             .p = "",
                             .comparison = ""};
}

static void effects_are_called_what_they_are(void **state)
{
    (void)state;
    struct estimate ratio = estimate("odds-ratio", 0.58, 0.49, 0.69, 1);
    assert_words(&ratio, "%", "odds-ratio 0.58", "95% range 0.49 to 0.69", "lower, which is better");
    struct estimate points = estimate("difference", 6, 2, 10, 1);
    assert_words(&points, "%", "difference +6 points", "95% range 2 to 10", "higher, which is better");
    struct estimate days = estimate("difference", -1, -3, -0.5, -1);
    days.level = 97.5;
    assert_words(&days, "days", "difference \u22121 days", "97.5% range \u22123 to \u22120.5", "lower, which is worse");
    struct estimate percent = estimate("percent-change", -9.8, -15, -4, 1);
    assert_words(&percent, "visits", "9.8% lower", "95% range 4% to 15% lower", "better");
    struct estimate standard = estimate("standardised-difference", 0.3, 0.1, 0.5, 1);
    assert_words(&standard, "points", "standardised-difference 0.3", "95% range 0.1 to 0.5", "higher, which is better");
}

/* 0.90 says more than 0.9. */
static void figures_stand_as_they_were_reported(void **state)
{
    (void)state;
    struct estimate ratio = estimate("odds-ratio", 0.9, 0.8, 0.957, 1);
    ratio.value_decimals = ratio.low_decimals = 2;
    ratio.high_decimals = 3;
    assert_words(&ratio, "", "odds-ratio 0.90", "95% range 0.80 to 0.957", "lower, which is better");
    struct estimate percent = estimate("percent-change", 12, 5, 20, 1);
    percent.value_decimals = percent.low_decimals = percent.high_decimals = 1;
    assert_words(&percent, "", "12.0% higher", "95% range 5.0% to 20.0% higher", "better");
    struct estimate points = estimate("difference", -1.3, -2, -0.6, 1);
    points.value_decimals = points.low_decimals = 2;
    assert_words(&points, "%", "difference \u22121.30 points", "95% range \u22122.00 to \u22120.6",
                 "lower, which is better");
}

/* "No difference shown" is neither better nor worse, however far the value lies from no effect. */
static void what_chance_allows_is_said_and_no_more(void **state)
{
    (void)state;
    struct estimate both = estimate("risk-ratio", 1.32, 0.99, 1.76, -1);
    assert_words(&both, "", "risk-ratio 1.32", "95% range 0.99 to 1.76", "no difference shown");
    struct estimate edge = estimate("difference", 2, 0, 4, 1);
    assert_words(&edge, "days", "difference +2 days", "95% range 0 to 4", "no difference shown");
    struct estimate unknown = estimate("risk-ratio", 1.32, 1.1, 1.76, 0);
    assert_words(&unknown, "", "risk-ratio 1.32", "95% range 1.1 to 1.76", "higher");
    struct estimate change = estimate("percent-change", 0.4, -5.2, 6.3, -1);
    assert_words(&change, "", "0.4% higher", "95% range 5.2% lower to 6.3% higher", "no difference shown");
    struct estimate no_side = estimate("percent-change", 4, 0.5, 6, 0);
    assert_words(&no_side, "", "4% higher", "95% range 0.5% to 6% higher", "");
    struct estimate none = estimate("percent-change", 0, -2, 2, 1);
    assert_words(&none, "", "percent-change 0%", "95% range 2% lower to 2% higher", "no difference shown");
    struct estimate bare = estimate("risk-ratio", 0.5, 0, 0, 1);
    bare.has_range = false;
    assert_words(&bare, "", "risk-ratio 0.5", "", "lower; no range given");
    struct estimate percent = estimate("percent-change", -18, 0, 0, -1);
    percent.has_range = false;
    assert_words(&percent, "", "18% lower", "", "no range given");
}

static void how_it_was_worked_out_stands_beside(void **state)
{
    (void)state;
    const struct vocabularies vocabularies = {0};
    struct estimate made = estimate("odds-ratio", 0.58, 0.49, 0.69, 1);
    made.adjusted = true;
    made.comparison = "matched";
    made.p = "<0.001";
    assert_string_equal(estimate_words_of(&arena, &made, "", &vocabularies).how, "adjusted · matched · p < 0.001");
    made.comparison = "adjusted";
    made.p = "0.03";
    assert_string_equal(estimate_words_of(&arena, &made, "", &vocabularies).how, "adjusted · p = 0.03");
}

static void without_an_estimate_nothing_is_said(void **state)
{
    (void)state;
    const struct estimate absent = {.says = ESTIMATE_ABSENT, .type = "", .p = "", .comparison = ""};
    assert_words(&absent, "%", "", "", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(effects_are_called_what_they_are),       cmocka_unit_test(figures_stand_as_they_were_reported),
        cmocka_unit_test(what_chance_allows_is_said_and_no_more), cmocka_unit_test(how_it_was_worked_out_stands_beside),
        cmocka_unit_test(without_an_estimate_nothing_is_said),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
