#include "indexer/content/evidence.h"

#include <string.h>

#include "tests/unit/unit.h"

/* A case with one outcome, one source, one review and up to two adoptions, all empty at first. */
struct made {
    struct case_study study;
    struct value outcome[OUTCOME_MEMBERS];
    struct value outcomes[1];
    struct value sources[1];
    struct value review[REVIEW_MEMBERS];
    struct value adopted[2][ADOPTION_MEMBERS];
    struct value adoptions[2];
};

static void put(struct made *made, enum case_field field, const char *text)
{
    made->study.fields[field] = (struct value){.kind = VALUE_TEXT, .text = text};
}

static void put_list(struct made *made, enum case_field field, struct value *items, size_t count)
{
    made->study.fields[field] = (struct value){.kind = VALUE_LIST, .items = items, .count = count};
}

static void put_figure(struct made *made, size_t member)
{
    made->outcome[member] = (struct value){.kind = VALUE_NUMBER, .number = 5, .text = "5"};
    made->outcomes[0] = (struct value){.kind = VALUE_MAP, .items = made->outcome, .count = OUTCOME_MEMBERS};
    put_list(made, CASE_OUTCOMES, made->outcomes, 1);
}

static void adopt(struct made *made, size_t at, const char *result)
{
    made->adopted[at][ADOPTION_RESULT] = (struct value){.kind = VALUE_TEXT, .text = result};
    made->adoptions[at] = (struct value){.kind = VALUE_MAP, .items = made->adopted[at], .count = ADOPTION_MEMBERS};
    put_list(made, CASE_ADOPTIONS, made->adoptions, at + 1);
}

static void make_compared(struct made *made)
{
    put(made, CASE_EVALUATION, "trial");
    put(made, CASE_RESULT, "positive");
    put_figure(made, OUTCOME_AFTER);
    put_figure(made, OUTCOME_COMPARATOR_AFTER);
    made->outcome[OUTCOME_COMPARATOR_IS] = (struct value){.kind = VALUE_TEXT, .text = "control"};
    put_list(made, CASE_SOURCES, made->sources, 1);
}

static int level_of(const struct made *made)
{
    struct evidence evidence = evidence_of(&made->study);
    assert_int_equal(evidence.id[1] - '0', evidence.level);
    assert_true(strlen(evidence.reason) > 10);
    return evidence.level;
}

static void a_description_is_e0(void **state)
{
    (void)state;
    struct made made = {0};
    assert_int_equal(level_of(&made), 0);
    put(&made, CASE_EVALUATION, "none");
    assert_int_equal(level_of(&made), 0);
}

static void a_design_without_figures_is_e1(void **state)
{
    (void)state;
    struct made made = {0};
    put(&made, CASE_EVALUATION, "views");
    assert_int_equal(level_of(&made), 1);
    put(&made, CASE_EVALUATION, "before-after");
    put_figure(&made, OUTCOME_AFTER);
    assert_int_equal(level_of(&made), 1);
}

static void figures_before_and_after_are_e2_with_a_design_that_measures(void **state)
{
    (void)state;
    struct made made = {0};
    put_figure(&made, OUTCOME_AFTER);
    put_figure(&made, OUTCOME_BASELINE);
    put(&made, CASE_EVALUATION, "before-after");
    assert_int_equal(level_of(&made), 2);
    put(&made, CASE_EVALUATION, "activity");
    assert_int_equal(level_of(&made), 1);
}

static void a_control_with_figures_and_a_source_is_e3(void **state)
{
    (void)state;
    struct made made = {0};
    make_compared(&made);
    assert_int_equal(level_of(&made), 3);
    made.study.fields[CASE_SOURCES].count = 0;
    assert_int_equal(level_of(&made), 1);
}

static void a_better_off_group_is_no_control(void **state)
{
    (void)state;
    struct made made = {0};
    make_compared(&made);
    made.outcome[OUTCOME_COMPARATOR_IS].text = "better-off";
    assert_int_equal(level_of(&made), 1);
}

static void the_same_result_elsewhere_is_e4_when_the_evaluator_is_independent(void **state)
{
    (void)state;
    struct made made = {0};
    make_compared(&made);
    adopt(&made, 0, "positive");
    assert_int_equal(level_of(&made), 3);
    put(&made, CASE_EVALUATOR, "independent");
    assert_int_equal(level_of(&made), 4);
    adopt(&made, 1, "no-effect");
    assert_int_equal(level_of(&made), 3);
}

static void a_review_that_others_accepted_is_e5(void **state)
{
    (void)state;
    struct made made = {0};
    put(&made, CASE_EVALUATION, "review");
    put_list(&made, CASE_SOURCES, made.sources, 1);
    assert_int_equal(level_of(&made), 1);
    made.review[REVIEW_STATUS] = (struct value){.kind = VALUE_TEXT, .text = "accepted"};
    made.review[REVIEW_BY] = (struct value){.kind = VALUE_TEXT, .text = "Reference group"};
    made.study.fields[CASE_REVIEW] = (struct value){.kind = VALUE_MAP, .items = made.review, .count = REVIEW_MEMBERS};
    assert_int_equal(level_of(&made), 5);
    assert_null(evidence_of(&made.study).next);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_description_is_e0),
        cmocka_unit_test(a_design_without_figures_is_e1),
        cmocka_unit_test(figures_before_and_after_are_e2_with_a_design_that_measures),
        cmocka_unit_test(a_control_with_figures_and_a_source_is_e3),
        cmocka_unit_test(a_better_off_group_is_no_control),
        cmocka_unit_test(the_same_result_elsewhere_is_e4_when_the_evaluator_is_independent),
        cmocka_unit_test(a_review_that_others_accepted_is_e5),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
