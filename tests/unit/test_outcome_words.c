/* The sentence of an outcome: both sides, each with whose it is, and what comes of it. */
#include "search-cli/present/outcome_words.h"

#include <math.h>

#include "indexer/content/outcome.h"
#include "search-cli/present/outcome_sentence.h"
#include "tests/unit/unit.h"

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

#define NONE NAN

/* An outcome as it is written; NONE and NULL are not there. */
struct written {
    const char *unit, *better, *group;
    double baseline, after, target;
    const char *comparator_is, *comparator;
    double comparator_baseline, comparator_after;
    double sample, months;
};

static void put_number(struct value *members, size_t member, double number)
{
    if (!isnan(number))
        members[member] = (struct value){.kind = VALUE_NUMBER, .number = number, .text = "?"};
}

static void put_text(struct value *members, size_t member, const char *text)
{
    if (text)
        members[member] = (struct value){.kind = VALUE_TEXT, .text = text};
}

static struct outcome_words words_of(const struct written *written)
{
    struct value *members = arena_array(&arena, OUTCOME_MEMBERS, sizeof *members);
    struct value *outcome = arena_alloc(&arena, sizeof *outcome);
    struct case_study study = {0};
    put_text(members, OUTCOME_MEASURE, "Checks");
    put_text(members, OUTCOME_UNIT, written->unit);
    put_text(members, OUTCOME_BETTER, written->better);
    put_text(members, OUTCOME_GROUP, written->group);
    put_number(members, OUTCOME_BASELINE, written->baseline);
    put_number(members, OUTCOME_AFTER, written->after);
    put_number(members, OUTCOME_TARGET, written->target);
    put_text(members, OUTCOME_COMPARATOR_IS, written->comparator_is);
    put_text(members, OUTCOME_COMPARATOR, written->comparator);
    put_number(members, OUTCOME_COMPARATOR_BASELINE, written->comparator_baseline);
    put_number(members, OUTCOME_COMPARATOR_AFTER, written->comparator_after);
    put_number(members, OUTCOME_SAMPLE, written->sample);
    put_number(members, OUTCOME_AFTER_MONTHS, written->months);
    *outcome = (struct value){.kind = VALUE_MAP, .items = members, .count = OUTCOME_MEMBERS};
    struct outcome_figures figures = outcome_figures_of(outcome);
    study.fields[CASE_OUTCOMES] = (struct value){.kind = VALUE_LIST, .items = outcome, .count = 1};
    study.figures = &figures;
    const struct vocabularies vocabularies = {0};
    struct outcome_words words = outcome_words_of(&arena, &study, 0, &vocabularies);
    words.sentence = outcome_sentence(&arena, &words);
    return words;
}

static void sentences_have_both_sides(void **state)
{
    (void)state;
    static const struct {
        struct written written;
        const char *sentence;
    } cases[] = {
        {{"%", NULL, NULL, 40, 65, 60, NULL, NULL, NONE, NONE, NONE, NONE}, "40% to 65%: +25 points."},
        {{"people", "higher", NULL, 40, 65, NONE, NULL, NULL, NONE, NONE, NONE, NONE},
         "40 to 65 people: +25 people, better."},
        {{"people", "lower", "Men", 40, 65, NONE, NULL, NULL, NONE, NONE, NONE, NONE},
         "40 to 65 people: +25 people, worse."},
        {{"%", "higher", NULL, 40, 40, 50, NULL, NULL, NONE, NONE, NONE, NONE},
         "40% before and after: 0 points, no change; target of 50% not met."},
        {{"checks", NULL, NULL, NONE, 1200, NONE, NULL, NULL, NONE, NONE, NONE, NONE}, "1,200 checks."},
        {{"£", "lower", NULL, 90, 70, 70, NULL, NULL, NONE, NONE, NONE, NONE},
         "£90 to £70: \u2212£20, better; target of £70 met."},
        {{"£ million", NULL, NULL, NONE, 140, NONE, NULL, NULL, NONE, NONE, NONE, NONE}, "£140 million."},
        {{"%", "lower", "In it", NONE, 16, NONE, "control", "Elsewhere", NONE, 6, NONE, NONE},
         "16% instead of 6%, 10 points more."},
        {{"per 1,000", "lower", NULL, NONE, 36, NONE, "control", "Elsewhere", NONE, 61, NONE, NONE},
         "36 instead of 61 per 1,000, 25 less."},
        {{"a month per 1,000", "lower", NULL, 7, 5, NONE, "control", "Elsewhere", 5, 8, NONE, NONE},
         "7 to 5 a month per 1,000: \u22122; the comparison group 5 to 8: +3. Beside that group’s, the change was "
         "\u22125, better."},
        {{"£ a head", "higher", NULL, 1074, 1938, NONE, NULL, NULL, NONE, NONE, NONE, NONE},
         "£1,074 to £1,938 a head: +£864, better."},
        {{"£ million", "higher", NULL, 5, 6, NONE, NULL, NULL, NONE, NONE, NONE, NONE},
         "£5 million to £6 million: +£1 million, better."},
        {{"%", "lower", NULL, NONE, 56, NONE, "control", "Elsewhere", NONE, 56, NONE, NONE}, "56% in both."},
        {{"years", "higher", NULL, NONE, 62.6, NONE, "average", "England", NONE, 63.4, NONE, NONE},
         "62.6 years; the average 63.4 years."},
        {{"%", "lower", "In it", 20, 16, NONE, "control", "Elsewhere", 20, 19, NONE, NONE},
         "20% to 16%: \u22124 points; the comparison group 20% to 19%: \u22121 point. "
         "Beside that group’s, the change was \u22123 points, better."},
        {{"%", "higher", NULL, 30, 31, NONE, "control", "Elsewhere", 30, 31, NONE, NONE},
         "30% to 31%: +1 point; the comparison group 30% to 31%: +1 point. "
         "Beside that group’s, the change was 0 points, no difference."},
        {{"%", "higher", "Poor wards", 40, 58, NONE, "better-off", "The rest", 65, 66, NONE, NONE},
         "40% to 58%: +18 points, better; the better-off group 65% to 66%: +1 point. "
         "The gap narrowed: 25 points before, 8 points after."},
        {{"%", "higher", NULL, NONE, 50, NONE, "better-off", "The rest", NONE, 40, NONE, NONE},
         "50%; the better-off group 40%. The gap afterwards was 10 points the other way. "
         "It was not measured before."},
        {{"%", "higher", NULL, 50, 52, NONE, "better-off", "The rest", 40, 40, NONE, NONE},
         "50% to 52%: +2 points, better; the better-off group 40% before and after: 0 points. "
         "There was no gap at the start: 10 points the other way before, 12 points the other way after."},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(words_of(&cases[i].written).sentence, cases[i].sentence);
}

/* An effect is said with its range, beside figures in parentheses; better and worse only where the range allows. */
static void effects_are_said_beside_figures(void **state)
{
    (void)state;
    struct estimate_words estimate = {"odds ratio 3.55", "95% range 1.32 to 9.5", "higher, which is worse", false, ""};
    struct outcome_words words = {.finding = "",
                                  .span = "16%",
                                  .instead = "16% instead of 6%",
                                  .change = "",
                                  .target = "",
                                  .comparator_change = "",
                                  .comparator_after = "6%",
                                  .comparator_is = "control",
                                  .theirs = "the comparison group",
                                  .verdict = "higher, which is worse",
                                  .estimate = estimate};
    assert_string_equal(outcome_sentence(&arena, &words),
                        "16% instead of 6%: higher, which is worse (odds ratio 3.55, 95% range 1.32 to 9.5).");
    words.span = "7 to 5";
    words.instead = "5 instead of 8";
    words.change = "\u22122";
    words.comparator_span = "5 to 8";
    words.comparator_after = "8";
    words.comparator_change = "+3";
    words.finding = "Beside that group’s, the change was \u22125.";
    assert_string_equal(outcome_sentence(&arena, &words),
                        "7 to 5: \u22122; the comparison group 5 to 8: +3. Beside that group’s, the change was "
                        "\u22125: higher, which is worse "
                        "(odds ratio 3.55, 95% range 1.32 to 9.5).");
    words.finding = words.change = words.comparator_change = "";
    words.span = words.instead = "";
    assert_string_equal(outcome_sentence(&arena, &words),
                        "odds ratio 3.55 (95% range 1.32 to 9.5): higher, which is worse.");
    words.estimate.range = "";
    words.estimate.says = "higher; no range given";
    assert_string_equal(outcome_sentence(&arena, &words), "odds ratio 3.55: higher; no range given.");
}

static struct value reported(double number, const char *text)
{
    return (struct value){.kind = VALUE_NUMBER, .number = number, .text = text};
}

/* What was reported keeps its decimals, and what is worked out has those of the finer figure. */
static void figures_keep_their_decimals(void **state)
{
    (void)state;
    struct value members[OUTCOME_MEMBERS] = {0};
    struct value outcome = {.kind = VALUE_MAP, .items = members, .count = OUTCOME_MEMBERS};
    struct case_study study = {.fields[CASE_OUTCOMES] = {.kind = VALUE_LIST, .items = &outcome, .count = 1}};
    const struct vocabularies vocabularies = {0};
    put_text(members, OUTCOME_MEASURE, "Waits");
    put_text(members, OUTCOME_UNIT, "%");
    put_text(members, OUTCOME_BETTER, "lower");
    members[OUTCOME_BASELINE] = reported(6.5, "6.50");
    members[OUTCOME_AFTER] = reported(6, "6.0");
    put_text(members, OUTCOME_COMPARATOR_IS, "control");
    members[OUTCOME_COMPARATOR_BASELINE] = reported(6, "6");
    members[OUTCOME_COMPARATOR_AFTER] = reported(5, "5");
    struct outcome_figures figures = outcome_figures_of(&outcome);
    study.figures = &figures;
    struct outcome_words words = outcome_words_of(&arena, &study, 0, &vocabularies);
    assert_string_equal(outcome_sentence(&arena, &words),
                        "6.50% to 6.0%: \u22120.50 points; the comparison group 6% to 5%: \u22121 point. "
                        "Beside that group’s, the change was +0.50 points, worse.");
}

static void notes_say_of_how_many_and_when(void **state)
{
    (void)state;
    struct written written = {"%", NULL, NULL, NONE, 5, NONE, NULL, NULL, NONE, NONE, 1200, 1};
    assert_string_equal(words_of(&written).note, "n = 1,200 · after 1 month");
    written.sample = NONE;
    written.months = 18;
    assert_string_equal(words_of(&written).note, "after 18 months");
    written.months = NONE;
    assert_string_equal(words_of(&written).note, "");
}

static void the_pieces_are_those_of_the_sentence(void **state)
{
    (void)state;
    struct written written = {"%", "higher", "Poor wards", 40, 58, 60, "better-off", "The rest", 65, 66, NONE, NONE};
    struct outcome_words words = words_of(&written);
    assert_string_equal(words.before, "40%");
    assert_string_equal(words.change, "+18 points");
    assert_string_equal(words.verdict, "better");
    assert_string_equal(words.target, "target of 60% not met");
    assert_string_equal(words.comparator_after, "66%");
    assert_string_equal(words.comparator_change, "+1 point");
    assert_string_equal(words.finding, "The gap narrowed: 25 points before, 8 points after.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_have_both_sides),
        cmocka_unit_test(effects_are_said_beside_figures),
        cmocka_unit_test(figures_keep_their_decimals),
        cmocka_unit_test(notes_say_of_how_many_and_when),
        cmocka_unit_test(the_pieces_are_those_of_the_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
