#include "indexer/content/case_parse.h"

#include <string.h>

#include "indexer/content/case_check.h"
#include "tests/unit/unit.h"

static struct arena arena;
static struct diagnostics diagnostics;

/* One measure and two vocabularies; fields of other vocabularies are not judged. */
static struct term stages[] = {{.id = "live", .label = "Live", .definition = "", .group = ""}};
static struct vocabulary known[] = {{.name = "stage", .terms = stages, .count = 1}};
static struct measure measures[] = {{"checks-done", "Checks done", "checks", "higher", ""}};
static const struct vocabularies vocabularies = {.items = known, .count = 1, .measures = measures, .measure_count = 1};

static int stop(void **state)
{
    (void)state;
    diagnostics_free(&diagnostics);
    arena_free(&arena);
    return 0;
}

static struct case_study *parse(const char *source, struct diagnostics *sink)
{
    return case_parse(&arena, "content/case-studies/barbers.md", source, strlen(source), &vocabularies, sink);
}

static const char good[] = "---\n"
                           "title: Barbers offer blood pressure checks\n"
                           "stage: live\n"
                           "outcomes:\n"
                           "  - measure_id: checks-done\n"
                           "    baseline: 300\n"
                           "    after: 1200\n"
                           "---\n"
                           "## The need\n\nMen did not come.\n";

static void bytes_become_a_case(void **state)
{
    (void)state;
    const struct case_study *study = parse(good, NULL);
    assert_string_equal(study->id, "barbers");
    assert_string_equal(case_text(study, CASE_STAGE, ""), "live");
    const struct value *outcome = &study->fields[CASE_OUTCOMES].items[0];
    assert_string_equal(value_text(outcome, OUTCOME_MEASURE, ""), "Checks done");
    assert_true(study->figures[0].has_change);
    assert_string_equal(study->evidence.id, "e0");
    assert_string_equal(study->body.sections[0].heading, "The need");
    assert_int_equal(study->source.body_line, 9);
    assert_true(study->complete_front);
}

static void what_it_says_is_not_judged(void **state)
{
    (void)state;
    static const char odd[] = "---\ntitle: Short.\nstage: running\nkeywords: [a, a]\n---\n## No such section\n";
    const struct case_study *study = parse(odd, &diagnostics);
    assert_int_equal(diagnostics.count, 0);
    assert_string_equal(case_text(study, CASE_STAGE, ""), "running");
    case_check(&arena, study, &(struct case_context){&vocabularies, NULL}, &diagnostics);
    assert_true(diagnostics.errors > 8);
}

static void what_cannot_be_read_is_left_out_and_told_to_who_wants_to_know(void **state)
{
    (void)state;
    static const char broken[] = "---\n"
                                 "title: Barbers offer blood pressure checks\n"
                                 "sumary: Checks rose\n"
                                 "start: someday\n"
                                 "scale: place\n"
                                 "place: Leeds: the north\n"
                                 "stage: live # or ended\n"
                                 "and nobody knows what this line was meant to be\n"
                                 "---\n"
                                 "<b>x</b>\n";
    const struct case_study *told = parse(broken, &diagnostics);
    assert_int_equal(diagnostics.errors, 6); /* HTML is told where it opens */
    assert_string_equal(case_text(told, CASE_TITLE, ""), "Barbers offer blood pressure checks");
    assert_int_equal(told->fields[CASE_START].kind, VALUE_NONE);
    assert_int_equal(told->fields[CASE_START].place.line, 4);
    assert_string_equal(case_text(told, CASE_PLACE, ""), "Leeds: the north"); /* what was meant */
    assert_string_equal(case_text(told, CASE_STAGE, ""), "live");             /* behind a term # begins a remark */
    assert_false(told->complete_front);
    const struct case_study *untold = parse(broken, NULL);
    assert_int_equal(untold->fields[CASE_START].kind, VALUE_NONE);
    assert_string_equal(untold->body.before.html, told->body.before.html);
}

static void any_bytes_are_a_case_of_some_kind(void **state)
{
    (void)state;
    static const char *const sources[] = {"",
                                          "---",
                                          "---\n---",
                                          "---\n- a\n---\n",
                                          "text\n",
                                          "---\n\n---\n",
                                          "---\na: b\n]: c\n---",
                                          "---\noutcomes: [1, {}]\n---\n"};
    for (size_t i = 0; i < COUNT_OF(sources); i++) {
        const struct case_study *study = parse(sources[i], NULL);
        assert_string_equal(study->evidence.id, "e0");
        assert_non_null(study->gap_effect);
    }
    assert_true(parse(sources[2], NULL)->complete_front);
    assert_false(parse(sources[3], NULL)->complete_front);
    assert_false(parse(sources[6], NULL)->complete_front);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(bytes_become_a_case, stop),
        cmocka_unit_test_teardown(what_it_says_is_not_judged, stop),
        cmocka_unit_test_teardown(what_cannot_be_read_is_left_out_and_told_to_who_wants_to_know, stop),
        cmocka_unit_test_teardown(any_bytes_are_a_case_of_some_kind, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
