#include "indexer/content/outcome.h"

#include "tests/unit/unit.h"

/* One outcome, made by hand: members that are not given are not there. */
struct made {
    struct value members[OUTCOME_MEMBERS];
    struct value outcome;
};

static void start(struct made *made)
{
    *made = (struct made){0};
    made->outcome = (struct value){.kind = VALUE_MAP, .items = made->members, .count = OUTCOME_MEMBERS};
}

static void put_number(struct made *made, size_t member, double number)
{
    made->members[member] = (struct value){.kind = VALUE_NUMBER, .number = number, .text = "?"};
}

static void put_text(struct made *made, size_t member, const char *text)
{
    made->members[member] = (struct value){.kind = VALUE_TEXT, .text = text};
}

/* The group and a better-off group before and after. */
static struct outcome_figures gap_of(const char *better, double before, double after, double other_before,
                                     double other_after)
{
    struct made made;
    start(&made);
    put_text(&made, OUTCOME_BETTER, better);
    put_text(&made, OUTCOME_COMPARATOR_IS, "better-off");
    put_number(&made, OUTCOME_BASELINE, before);
    put_number(&made, OUTCOME_AFTER, after);
    put_number(&made, OUTCOME_COMPARATOR_BASELINE, other_before);
    put_number(&made, OUTCOME_COMPARATOR_AFTER, other_after);
    return outcome_figures_of(&made.outcome);
}

static void a_gap_is_positive_when_the_group_is_worse_off(void **state)
{
    (void)state;
    struct outcome_figures higher = gap_of("higher", 40, 55, 60, 65);
    assert_true(higher.gap_before == 20 && higher.gap_after == 10);
    assert_int_equal(higher.gap, GAP_NARROWED);
    struct outcome_figures lower = gap_of("lower", 30, 28, 20, 10);
    assert_true(lower.gap_before == 10 && lower.gap_after == 18);
    assert_int_equal(lower.gap, GAP_WIDENED);
    assert_true(lower.gap_after_relative == 1.8);
}

static void a_twentieth_of_the_gap_is_no_change(void **state)
{
    (void)state;
    assert_int_equal(gap_of("higher", 40, 41, 60, 60).gap, GAP_NO_CHANGE);
    assert_int_equal(gap_of("higher", 40, 41.5, 60, 60).gap, GAP_NARROWED);
    assert_int_equal(gap_of("higher", 40, 38.5, 60, 60).gap, GAP_WIDENED);
}

static void without_a_gap_at_the_start_nothing_narrows(void **state)
{
    (void)state;
    assert_int_equal(gap_of("higher", 60, 70, 60, 65).gap, GAP_NONE_AT_START);
    assert_int_equal(gap_of("lower", 10, 9, 20, 19).gap, GAP_NONE_AT_START);
}

static void a_gap_seen_once_has_no_direction(void **state)
{
    (void)state;
    struct made made;
    start(&made);
    put_text(&made, OUTCOME_COMPARATOR_IS, "better-off");
    put_number(&made, OUTCOME_AFTER, 40);
    put_number(&made, OUTCOME_COMPARATOR_AFTER, 50);
    struct outcome_figures figures = outcome_figures_of(&made.outcome);
    assert_true(figures.has_gap && !figures.has_gap_before);
    assert_true(figures.gap_after == 10 && figures.gap_after_relative == 0.2);
    assert_int_equal(figures.gap, GAP_NOT_MEASURED);
}

static void a_control_gives_the_difference_of_the_changes(void **state)
{
    (void)state;
    struct made made;
    start(&made);
    put_text(&made, OUTCOME_BETTER, "lower");
    put_text(&made, OUTCOME_COMPARATOR_IS, "control");
    put_number(&made, OUTCOME_BASELINE, 30);
    put_number(&made, OUTCOME_AFTER, 20);
    put_number(&made, OUTCOME_COMPARATOR_BASELINE, 31);
    put_number(&made, OUTCOME_COMPARATOR_AFTER, 27);
    struct outcome_figures figures = outcome_figures_of(&made.outcome);
    assert_true(figures.has_change && figures.change == -10);
    assert_true(figures.has_difference && figures.difference == -6);
    assert_true(figures.has_difference_after && figures.difference_after == -7);
    assert_false(figures.has_gap);
    made.members[OUTCOME_BASELINE] = (struct value){0};
    figures = outcome_figures_of(&made.outcome);
    assert_true(figures.has_difference_after && !figures.has_difference);
}

static void an_average_is_no_gap_and_no_control(void **state)
{
    (void)state;
    struct made made;
    start(&made);
    put_text(&made, OUTCOME_BETTER, "higher");
    put_text(&made, OUTCOME_COMPARATOR_IS, "average");
    put_number(&made, OUTCOME_BASELINE, 30);
    put_number(&made, OUTCOME_AFTER, 40);
    put_number(&made, OUTCOME_COMPARATOR_BASELINE, 50);
    put_number(&made, OUTCOME_COMPARATOR_AFTER, 51);
    struct outcome_figures figures = outcome_figures_of(&made.outcome);
    assert_true(figures.has_change);
    assert_false(figures.has_gap || figures.has_difference || figures.has_difference_after);
    assert_int_equal(figures.gap, GAP_NOT_MEASURED);
}

static void how_many_are_in_a_figure_is_those_analysed_else_the_sample(void **state)
{
    (void)state;
    struct made made;
    struct value estimate[ESTIMATE_MEMBERS] = {0};
    start(&made);
    assert_true(outcome_figures_of(&made.outcome).analysed == 0);
    put_number(&made, OUTCOME_SAMPLE, 200);
    assert_true(outcome_figures_of(&made.outcome).analysed == 200);
    estimate[ESTIMATE_VALUE] = (struct value){.kind = VALUE_NUMBER, .number = 2, .text = "2"};
    estimate[ESTIMATE_ANALYSED] = (struct value){.kind = VALUE_NUMBER, .number = 150, .text = "150"};
    made.members[OUTCOME_ESTIMATE] = (struct value){.kind = VALUE_MAP, .items = estimate, .count = ESTIMATE_MEMBERS};
    assert_true(outcome_figures_of(&made.outcome).analysed == 150);
}

static void a_target_is_met_in_the_direction_that_is_wanted(void **state)
{
    (void)state;
    struct made made;
    start(&made);
    put_number(&made, OUTCOME_AFTER, 60);
    put_number(&made, OUTCOME_TARGET, 60);
    assert_false(outcome_figures_of(&made.outcome).has_target); /* nobody said which way is wanted */
    put_text(&made, OUTCOME_BETTER, "higher");
    assert_true(outcome_figures_of(&made.outcome).target_met);
    put_text(&made, OUTCOME_BETTER, "lower");
    put_number(&made, OUTCOME_AFTER, 61);
    struct outcome_figures figures = outcome_figures_of(&made.outcome);
    assert_true(figures.has_target && !figures.target_met);
}

static void outcomes_that_disagree_make_a_mixed_effect(void **state)
{
    (void)state;
    struct outcome_figures figures[] = {
        gap_of("higher", 40, 55, 60, 65), {0}, gap_of("higher", 60, 70, 60, 65), gap_of("higher", 40, 30, 60, 65)};
    struct value outcomes[4] = {{0}};
    struct case_study study = {.figures = figures};
    study.fields[CASE_OUTCOMES] = (struct value){.kind = VALUE_LIST, .items = outcomes, .count = 3};
    assert_string_equal(outcome_gap_effect(&study), "narrowed");
    study.fields[CASE_OUTCOMES].count = 4;
    assert_string_equal(outcome_gap_effect(&study), "mixed");
    study.fields[CASE_OUTCOMES].count = 0;
    assert_null(outcome_gap_effect(&study));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_gap_is_positive_when_the_group_is_worse_off),
        cmocka_unit_test(a_twentieth_of_the_gap_is_no_change),
        cmocka_unit_test(without_a_gap_at_the_start_nothing_narrows),
        cmocka_unit_test(a_gap_seen_once_has_no_direction),
        cmocka_unit_test(a_control_gives_the_difference_of_the_changes),
        cmocka_unit_test(an_average_is_no_gap_and_no_control),
        cmocka_unit_test(how_many_are_in_a_figure_is_those_analysed_else_the_sample),
        cmocka_unit_test(a_target_is_met_in_the_direction_that_is_wanted),
        cmocka_unit_test(outcomes_that_disagree_make_a_mixed_effect),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
