#include "catalogue/site/contribute/questions.h"
#include "indexer/content/gains.h"

#include <string.h>

#include "indexer/content/headings.h"
#include "tests/unit/unit.h"

/* What is required is asked for, once; and what is asked for is there. */

static size_t times_asked(enum case_field field, const char *section)
{
    size_t times = 0;
    for (size_t i = 0; i < FORM_STEPS; i++)
        for (size_t j = 0; j < FORM_QUESTIONS && form_steps[i].questions[j].label; j++) {
            const struct form_question *question = &form_steps[i].questions[j];
            times += section ? question->section && strcmp(question->section, section) == 0
                             : !question->section && question->field == field;
        }
    return times;
}

static void what_is_required_is_asked_once(void **state)
{
    const char *heading;
    (void)state;
    for (enum case_field i = 0; i < CASE_FIELDS; i++) {
        if (case_fields[i].need == FIELD_REQUIRED)
            assert_int_equal(times_asked(i, NULL), 1);
        assert_true(times_asked(i, NULL) <= 1);
    }
    for (size_t i = 0; (heading = heading_required(i)) != NULL; i++)
        assert_int_equal(times_asked(CASE_FIELDS, heading), 1);
}

static size_t times_told(const struct form_question *question)
{
    size_t times = 0;
    for (size_t i = 0; i < GAINS; i++)
        times += form_question_of(gains[i].field, gains[i].section) == question;
    return times;
}

static void check_members(const struct form_question *question)
{
    const struct field *field = &case_fields[question->field];
    assert_int_equal(question->members != 0, field->type == FIELD_MAP);
    for (size_t i = 0; i < field->member_count; i++)
        if (field->members[i].need == FIELD_REQUIRED)
            assert_true((question->members & (UINT64_C(1) << i)) != 0);
}

static void what_is_asked_is_known(void **state)
{
    struct arena arena = {0};
    (void)state;
    for (size_t i = 0; i < FORM_STEPS; i++)
        for (size_t j = 0; j < FORM_QUESTIONS && form_steps[i].questions[j].label; j++) {
            const struct form_question *question = &form_steps[i].questions[j];
            if (question->section)
                assert_string_equal(heading_known(question->section), question->section);
            else
                check_members(question);
            /* Whoever may leave it out is told what it is good for. */
            assert_int_equal(times_told(question), form_question_required(question) ? 0 : 1);
            assert_string_not_equal(form_question_path(&arena, question), "");
        }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_required_is_asked_once),
        cmocka_unit_test(what_is_asked_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
