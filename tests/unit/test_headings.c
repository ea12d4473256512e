#include "indexer/content/headings.h"

#include <string.h>

#include "tests/unit/unit.h"

static void other_headings_mean_ours(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"Background", "The need"},
        {"1. The problem", "The need"},
        {"Aims & objectives", "The need"},
        {"Aims and approach", "What we did"},
        {"Method", "What we did"},
        {"Our approach:", "What we did"},
        {"RESULTS", "What changed"},
        {"Main results", "What changed"},
        {"Evaluation and impact", "What changed"},
        {"Lessons learnt", "What we would do differently"},
        {"What would we do differently?", "What we would do differently"},
        {"Challenges", "What got in the way"},
        {"Next steps", "Keeping it going"},
        {"Cost", "What it took"},
        {"Context", "Context that mattered"},
        {"What we did", "What we did"},
        {"How", "What we did"},
        {"Did it work?", "What changed"},
        {"Who benefited?", "What changed"},
        {"What difference did it make?", "What changed"},
    };
    for (size_t i = 0; i < COUNT_OF(pairs); i++) {
        const char *meant = heading_meant(pairs[i][0]);
        if (!meant || strcmp(meant, pairs[i][1]) != 0)
            fail_msg("%s means %s", pairs[i][0], meant ? meant : "nothing");
    }
    assert_null(heading_meant("Equalities statement"));
    assert_null(heading_meant("How men came"));
}

static void some_belong_in_two_places(void **state)
{
    (void)state;
    struct arena arena = {0};
    const char *one = NULL;
    const char *other = NULL;
    assert_true(heading_mixed("Our barriers and enablers:", &one, &other));
    assert_string_equal(one, "What helped");
    assert_string_equal(other, "What got in the way");
    assert_null(heading_meant("Strengths and weaknesses"));
    assert_string_equal(heading_help(&arena, "Strengths and weaknesses", false),
                        "split it in two, ## What helped and ## What did not work");
    assert_false(heading_mixed("Barriers", &one, &other));
    arena_free(&arena);
}

static void some_stand_for_the_front_matter(void **state)
{
    (void)state;
    assert_string_equal(heading_front("Executive summary"), "summary:");
    assert_string_equal(heading_front("References"), "sources:");
    assert_string_equal(heading_front("Contact"), "contact:");
    assert_null(heading_front("Results"));
}

/* What stands in a line of its own is taken for a heading only word for word. */
static void usual_ones_are_known_word_for_word(void **state)
{
    (void)state;
    static const char *const usual[] = {"Background", "The background", "Lessons learned", "What changed", "Summary"};
    static const char *const others[] = {"", "Background of the men", "Barbers", "We did it", "Results so far"};
    for (size_t i = 0; i < COUNT_OF(usual); i++)
        if (!heading_is_usual(usual[i]))
            fail_msg("%s is no usual heading", usual[i]);
    for (size_t i = 0; i < COUNT_OF(others); i++)
        if (heading_is_usual(others[i]))
            fail_msg("%s is a usual heading", others[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(other_headings_mean_ours),
        cmocka_unit_test(some_belong_in_two_places),
        cmocka_unit_test(some_stand_for_the_front_matter),
        cmocka_unit_test(usual_ones_are_known_word_for_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
