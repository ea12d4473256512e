/* Corrections: which of the catalogue's words a mistyped one becomes. */
#include "tests/unit/unit.h"

#include "search-cli/correct.h"
#include "search-cli/stop_words.h"

static struct surface_word vocabulary[] = {
    {"asthma", "asthma", 9},    {"barber", "barber", 2},       {"barbers", "barber", 5}, {"harbour", "harbour", 50},
    {"insulation", "insul", 3}, {"installation", "instal", 9}, {"smoke", "smoke", 4},    {"smoking", "smoke", 40},
    {"stroke", "stroke", 20},   {"with", "with", 900},         {"gp", "gp", 30},
};
static const struct surface_words words = {vocabulary, COUNT_OF(vocabulary), 0};

static void check(const char *typed, const char *expected)
{
    const char *came = correct_among(typed, &words).word;
    if (expected)
        assert_string_equal(came ? came : "(nothing)", expected);
    else
        assert_null(came);
}

static void test_one_edit(void **state)
{
    (void)state;
    check("barbes", "barbers");   /* left out; "barber" is as near, "barbers" more frequent */
    check("baarbers", "barbers"); /* too much */
    check("barvers", "barbers");  /* another */
    check("abrbers", "barbers");  /* swapped, and another first letter */
    check("insulatino", "insulation");
}

static void test_two_edits_only_in_longer_words(void **state)
{
    (void)state;
    check("insulaton", "insulation");
    check("insalatin", "insulation");
    check("smke", "smoke");
    check("smk", NULL);
    check("astma", "asthma");
}

static void test_order_of_candidates(void **state)
{
    (void)state;
    check("smoling", "smoking"); /* fewer edits first */
    check("btroke", "stroke");
    check("arbour", "harbour");
}

/* What may be taken for what was meant, and what may only be offered. */
static void test_what_stands_out(void **state)
{
    (void)state;
    assert_true(correct_among("astma", &words).stands_out);       /* one edit */
    assert_true(correct_among("insulaton", &words).stands_out);   /* one edit */
    assert_true(correct_among("insalatin", &words).stands_out);   /* two, in a long word that begins alike */
    assert_false(correct_among("arbouur", &words).stands_out);    /* two, in a short word */
    assert_false(correct_among("onsalation", &words).stands_out); /* two, and it begins otherwise */
}

static void test_what_is_left_alone(void **state)
{
    (void)state;
    check("zzzzzz", NULL);
    check("gb", NULL);    /* too short: everything is near */
    check("wihth", NULL); /* never a word that carries nothing */
    check("t2dm", NULL);
    check("", NULL);
}

static void test_stop_words(void **state)
{
    (void)state;
    assert_true(stop_word("a"));
    assert_true(stop_word("your"));
    assert_true(stop_word("article"));
    assert_true(stop_word("wish"));
    assert_false(stop_word("asthma"));
    assert_false(stop_word(""));
    assert_false(stop_word("The"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_edit),
        cmocka_unit_test(test_two_edits_only_in_longer_words),
        cmocka_unit_test(test_order_of_candidates),
        cmocka_unit_test(test_what_stands_out),
        cmocka_unit_test(test_what_is_left_alone),
        cmocka_unit_test(test_stop_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
