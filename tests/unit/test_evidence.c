/* The evidence level: every case of tests/cases/evidence.txt. */
#include "indexer/content/evidence.h"

#include <string.h>

#include "indexer/base/file.h"
#include "indexer/content/case_parse.h"
#include "tests/unit/unit.h"

static const char table_path[] = "tests/cases/evidence.txt";
enum { CASES_LEAST = 40, TABLE_MAX = 1 << 20 };

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/* What the program says of a case, in the lines of the table. */
static const char *said_of(const struct case_study *study)
{
    const struct evidence *evidence = &study->evidence;
    struct text out = {0};
    text_format(&out, "E%d\nlimits:", evidence->level);
    for (size_t i = 0; i < evidence->limit_count; i++)
        text_format(&out, "%s %s", i ? "," : "", evidence->limits[i]->id);
    text_format(&out, "\nreason: %s\nnext: %s\n", evidence->reason, evidence->next ? evidence->next : "-");
    const char *said = arena_copy(&arena, text_string(&out), out.size);
    text_free(&out);
    return said;
}

static void check_case(const char *name, const char *front, size_t size, const char *expected)
{
    static const struct vocabularies none = {0};
    struct diagnostics diagnostics = {0};
    const char *source = arena_format(&arena, "---\n%.*s---\n", (int)size, front);
    const struct case_study *study = case_parse(&arena, "a.md", source, strlen(source), &none, &diagnostics);
    const char *said = said_of(study);
    if (diagnostics.count || strcmp(said, expected) != 0)
        print_error("%s\n", name);
    assert_int_equal(diagnostics.count, 0);
    assert_string_equal(said, expected);
    assert_int_equal(study->evidence.id[1] - '0', study->evidence.level);
    diagnostics_free(&diagnostics);
}

/* The next "== name" from `at` on, or NULL. */
static char *next_case(char *at)
{
    char *found = strstr(at, "\n== ");
    return found ? found + 1 : NULL;
}

static void every_case_of_the_table_stands_where_a_statistician_puts_it(void **state)
{
    (void)state;
    struct file file = {0};
    size_t checked = 0;
    assert_int_equal(file_read(&arena, table_path, TABLE_MAX, &file), FILE_DONE);
    for (char *at = next_case(file.data); at; checked++) {
        char *front = strchr(at, '\n') + 1;
        char *next = next_case(front);
        char *rule = strstr(front, "\n--\n");
        char *end = next ? next - 1 : file.data + file.size;
        assert_non_null(rule);
        front[-1] = *end = '\0';
        check_case(at, front, (size_t)(rule + 1 - front), rule + strlen("\n--\n"));
        at = next;
    }
    assert_true(checked >= CASES_LEAST);
}

static void an_outcome_carries_a_level_by_its_figures(void **state)
{
    (void)state;
    static const struct vocabularies none = {0};
    static const char source[] = "---\n"
                                 "evaluation: trial\n"
                                 "outcomes:\n"
                                 "  - {measure: A, after: 3}\n"
                                 "  - {measure: B, baseline: 2, after: 3}\n"
                                 "  - {measure: C, estimate: {type: risk-ratio, value: 2, compared_with: usual care}}\n"
                                 "---\n";
    const struct case_study *study = case_parse(&arena, "a.md", source, strlen(source), &none, NULL);
    static const bool carries[3][2] = {{false, false}, {true, false}, {false, true}};
    for (size_t i = 0; i < COUNT_OF(carries); i++)
        for (int level = 2; level <= 3; level++)
            assert_int_equal(evidence_carries(study, i, level), carries[i][level - 2]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_case_of_the_table_stands_where_a_statistician_puts_it),
        cmocka_unit_test(an_outcome_carries_a_level_by_its_figures),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
