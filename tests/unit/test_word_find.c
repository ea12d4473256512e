#include "indexer/base/word_find.h"

#include "tests/unit/unit.h"

static void words_are_found_whole_in_any_case(void **state)
{
    (void)state;
    assert_non_null(word_find("The Staff said so", "staff"));
    assert_non_null(word_find("staff", "staff"));
    assert_non_null(word_find("(staff)", "staff"));
    assert_null(word_find("Staffordshire", "staff"));
    assert_null(word_find("pre-understaff", "staff"));
    assert_null(word_find("caf\xC3\xA9staff", "staff"));
    assert_null(word_find("", "staff"));
}

static void a_phrase_goes_over_blanks_and_lines(void **state)
{
    (void)state;
    static const char text[] = "It was not\n  published.";
    assert_ptr_equal(word_find(text, "not published"), text + 7);
    assert_null(word_find("not, published", "not published"));
    assert_null(word_find("cannot published", "not published"));
    assert_non_null(word_find("points (areas = 0)", "= 0"));
    assert_null(word_find("points (areas = 05)", "= 0"));
}

static void any_of_several_is_enough(void **state)
{
    (void)state;
    static const char *const words[] = {"nurse", "midwife"};
    assert_true(word_find_any("A midwife said", words, COUNT_OF(words)));
    assert_false(word_find_any("A mother said", words, COUNT_OF(words)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_whole_in_any_case),
        cmocka_unit_test(a_phrase_goes_over_blanks_and_lines),
        cmocka_unit_test(any_of_several_is_enough),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
