#include "indexer/content/publicity.h"

#include <stddef.h>

#include "indexer/content/vocabulary_read.h"
#include "tests/unit/unit.h"

static void the_status_decides_who_sees_a_case(void **state)
{
    (void)state;
    static const struct {
        const char *status;
        enum publicity publicity;
        enum publicity when_review_is_required;
    } cases[] = {
        {"", PUBLICITY_LISTED, PUBLICITY_HIDDEN},
        {"accepted", PUBLICITY_LISTED, PUBLICITY_LISTED},
        {"archived", PUBLICITY_ARCHIVED, PUBLICITY_ARCHIVED},
        {"withdrawn", PUBLICITY_WITHDRAWN, PUBLICITY_WITHDRAWN},
        {"draft", PUBLICITY_HIDDEN, PUBLICITY_HIDDEN},
        {"submitted", PUBLICITY_HIDDEN, PUBLICITY_HIDDEN},
        {"in-review", PUBLICITY_HIDDEN, PUBLICITY_HIDDEN},
        {"returned", PUBLICITY_HIDDEN, PUBLICITY_HIDDEN},
        {"no-such-status", PUBLICITY_HIDDEN, PUBLICITY_HIDDEN},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_int_equal(publicity_of(cases[i].status, false), cases[i].publicity);
        assert_int_equal(publicity_of(cases[i].status, true), cases[i].when_review_is_required);
    }
}

/* The vocabulary and the table name the same statuses: what is public is not guessed. */
static void every_status_of_the_vocabulary_is_decided(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diagnostics diagnostics = {0};
    struct vocabularies all = {0};
    size_t open = 0;
    assert_true(vocabularies_read(&arena, ".", &all, &diagnostics));
    const struct vocabulary *statuses = vocabulary_find(&all, "review-status");
    assert_non_null(statuses);
    assert_int_equal(statuses->count, 7);
    for (size_t i = 0; i < statuses->count; i++)
        open += publicity_is_open(publicity_of(statuses->terms[i].id, false));
    assert_int_equal(open, 2);
    diagnostics_free(&diagnostics);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_status_decides_who_sees_a_case),
        cmocka_unit_test(every_status_of_the_vocabulary_is_decided),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
