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

static void words_are_found_by_their_first_byte(void **state)
{
    (void)state;
    static const char *const words[] = {"#n/a", "led to", "Before", "behind", "\xC2\xA3xx"};
    struct word_list list = WORD_LIST(words);
    struct word_list none = {.words = words};
    assert_int_equal(words_with(&list, '#'), 0);
    assert_int_equal(words_with(&list, 'B'), 2);
    assert_int_equal(words_with(&list, 'b'), 2);
    assert_int_equal(words_with(&list, '\xC2'), 4);
    assert_int_equal(words_with(&list, 'z'), COUNT_OF(words));
    assert_int_equal(words_with(&list, '\0'), COUNT_OF(words));
    assert_int_equal(words_with(&none, 'b'), 0);
}

static void the_first_of_several_is_found_from_a_place_on(void **state)
{
    (void)state;
    static const char *const words[] = {"before", "behind", "led to"};
    struct word_list list = WORD_LIST(words);
    static const char text[] = "Unbehind, what led\nto it stood Behind us";
    size_t which = 9;
    assert_ptr_equal(word_find_first(text, text, &list, &which), text + 15);
    assert_int_equal(which, 2);
    assert_ptr_equal(word_find_first(text, text + 16, &list, &which), text + 31);
    assert_int_equal(which, 1);
    assert_null(word_find_first(text, text + 32, &list, &which));
    assert_ptr_equal(word_behind(text, text + 15, "led to"), text + 21);
    assert_null(word_behind(text, text + 2, "behind"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_whole_in_any_case),
        cmocka_unit_test(a_phrase_goes_over_blanks_and_lines),
        cmocka_unit_test(any_of_several_is_enough),
        cmocka_unit_test(words_are_found_by_their_first_byte),
        cmocka_unit_test(the_first_of_several_is_found_from_a_place_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
