/* Whether a word is a regular form of another. */
#include "tests/unit/unit.h"

#include "indexer/content/word_forms.h"

static void test_regular_forms(void **state)
{
    (void)state;
    static const char *const forms[][2] = {
        {"clinic", "clinics"}, {"bakery", "bakeries"}, {"church", "churches"},   {"hero", "heroes"},
        {"run", "running"},    {"runs", "running"},    {"stop", "stopped"},      {"close", "closed"},
        {"tall", "tallest"},   {"carry", "carried"},   {"mechanic", "mechanic"}, {"gas", "gases"},
    };
    for (size_t i = 0; i < COUNT_OF(forms); i++)
        assert_true(word_is_form(forms[i][0], forms[i][1]) && word_is_form(forms[i][1], forms[i][0]));
}

static void test_what_is_none(void **state)
{
    (void)state;
    assert_false(word_is_form("barbes", "barb"));
    assert_false(word_is_form("mastes", "mast"));
    assert_false(word_is_form("general", "generation"));
    assert_false(word_is_form("", "s"));
    assert_true(word_is_form("", ""));
}

/* Longer words than any are compared as they are. */
static void test_long_words(void **state)
{
    (void)state;
    char longest[80] = {0};
    char longer[80] = {0};
    for (size_t i = 0; i < 70; i++)
        longest[i] = longer[i] = 'a';
    longer[70] = 's';
    assert_true(word_is_form(longest, longest));
    assert_false(word_is_form(longest, longer));
    longest[64] = longer[64] = '\0';
    assert_true(word_is_form(longest, longer));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_regular_forms),
        cmocka_unit_test(test_what_is_none),
        cmocka_unit_test(test_long_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
