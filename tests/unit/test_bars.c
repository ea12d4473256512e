/* Bars are for measured figures that stand beside another. */
#include "catalogue/site/parts/bars.h"

#include <string.h>

#include "indexer/content/outcome.h"
#include "tests/unit/unit.h"

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static const char *drawn(const char *unit, double before, double after)
{
    static const struct vocabularies vocabularies;
    struct value members[OUTCOME_MEMBERS] = {
        [OUTCOME_UNIT] = {.kind = VALUE_TEXT, .text = unit},
        [OUTCOME_BASELINE] = {.kind = VALUE_NUMBER, .number = before, .text = ""},
        [OUTCOME_AFTER] = {.kind = VALUE_NUMBER, .number = after, .text = ""},
    };
    struct value outcome = {.kind = VALUE_MAP, .items = members, .count = OUTCOME_MEMBERS};
    struct outcome_figures figures = outcome_figures_of(&outcome);
    struct case_study study = {.figures = &figures};
    study.fields[CASE_OUTCOMES] = (struct value){.kind = VALUE_LIST, .items = &outcome, .count = 1};
    struct outcome_words words = outcome_words_of(&arena, &study, 0, &vocabularies);
    struct text out = {0};
    struct html html = html_piece(&out);
    bars_draw(&html, &arena, &outcome, &words);
    const char *result = arena_string(&arena, text_string(&out));
    text_free(&out);
    return result;
}

static void a_pair_of_figures_is_drawn_from_nought(void **state)
{
    (void)state;
    const char *pair = drawn("%", 20, 40);
    assert_non_null(strstr(pair, ">before<"));
    assert_non_null(strstr(pair, "width=\"50\""));
    assert_non_null(strstr(pair, "40%"));
}

static void ratios_and_figures_below_nought_have_no_bars(void **state)
{
    (void)state;
    assert_string_equal(drawn("odds ratio", 1, 2), "");
    assert_string_equal(drawn("%", -1, 2), "");
    assert_string_equal(drawn("%", 0, 0), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pair_of_figures_is_drawn_from_nought),
        cmocka_unit_test(ratios_and_figures_below_nought_have_no_bars),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
