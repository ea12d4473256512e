/* The fixed words of pages, and which translations are taken. */
#include "tests/unit/unit.h"

#include "indexer/base/phrases.h"

static struct phrase items[] = {{"Answers", "Atebion"}, {"Home", "Hafan"}, {"Published by %s.", "Cyhoeddwyd gan %s."}};
static const struct phrases phrases = {items, sizeof items / sizeof *items};

static void a_phrase_is_said_in_the_language_in_use(void **state)
{
    (void)state;
    assert_string_equal(say("Home"), "Home");
    phrases_use(&phrases);
    assert_string_equal(say("Home"), "Hafan");
    assert_string_equal(say("Answers"), "Atebion");
    assert_string_equal(say("Browse"), "Browse");
    phrases_use(NULL);
    assert_string_equal(say("Home"), "Home");
}

static void no_phrases_are_english(void **state)
{
    (void)state;
    phrases_use(&(struct phrases){0});
    assert_string_equal(say("Home"), "Home");
    phrases_use(NULL);
}

static void what_is_said_takes_the_same_arguments(void **state)
{
    (void)state;
    assert_true(phrases_fit("Home", "Hafan"));
    assert_true(phrases_fit("%s of %zu", "%s o %zu"));
    assert_true(phrases_fit("%s of %zu", "%2$zu o %1$s"));
    assert_true(phrases_fit("%.*f%% of %s", "%.*f%% o %s"));
    assert_true(phrases_fit("%s", "%s%%"));
    assert_true(phrases_fit("the unit, such as % or days", "yr uned: %"));
}

static void what_takes_others_is_refused(void **state)
{
    static const char *const wrong[][2] = {
        {"Home", "%s"},
        {"Home", "100%"},
        {"%s", "%s % o bobl"},
        {"%s", "dim"},
        {"%s", "%d"},
        {"%zu", "%u"},
        {"%s", "%s %s"},
        {"%s", "%n"},
        {"%s", "%5$s"},
        {"%s", "%0$s"},
        {"%s", "%99999999999$s"},
        {"%s of %zu", "%zu o %s"},
        {"%s of %s", "%1$s"},
        {"%s", "%1$s, %1$s"},
        {"%s of %s", "%1$s %1$s"},
        {"%s: %s", "%1$s (%1$s): %2$s"},
        {"%s of %s", "%2$s %s"},
        {"%s of %s", "%s %2$s"},
        {"%s of %zu", "%1$zu o %2$s"},
        {"%.*f", "%1$.*f"},
        {"%s%% range of %s", "%s%% %n"},
        {"%s", "%s %"},
        {"%s", "%*s"},
        {"%s", "%s%"},
        {"%s", "%1$*1$s"},
        {"%d", "%ld"},
        {"%.1f of %s", "%.*f o %s"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (phrases_fit(wrong[i][0], wrong[i][1]))
            fail_msg("\"%s\" is taken for \"%s\"", wrong[i][1], wrong[i][0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_phrase_is_said_in_the_language_in_use),
        cmocka_unit_test(no_phrases_are_english),
        cmocka_unit_test(what_is_said_takes_the_same_arguments),
        cmocka_unit_test(what_takes_others_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
