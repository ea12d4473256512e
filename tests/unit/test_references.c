#include "indexer/content/references.h"

#include <string.h>
#include <time.h>

#include "tests/unit/unit.h"

static struct arena arena;
static struct references references;
static struct string_list ids;
static struct diagnostics diagnostics;

static int start(void **state)
{
    (void)state;
    references = (struct references){0};
    ids = (struct string_list){0};
    return 0;
}

static int stop(void **state)
{
    (void)state;
    diagnostics_free(&diagnostics);
    arena_free(&arena);
    return 0;
}

static void mention(const char *from, enum reference_kind kind, const char *to)
{
    references.items =
        arena_grow(&arena, references.items, references.count, &references.capacity, sizeof *references.items);
    references.items[references.count++] =
        (struct reference){from, arena_format(&arena, "%s.md", from), to, kind, {3, 1, 1}};
}

static void cases(const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        string_list_add(&arena, &ids, names[i]);
    string_list_sort(&ids);
}

/* "path code" of every problem, each on a line. */
static void finds(const char *expected)
{
    struct text found = {0};
    references_check(&arena, &references, &ids, &diagnostics);
    for (size_t i = 0; i < diagnostics.count; i++)
        text_format(&found, "%s %s\n", diagnostics.items[i].path, diagnostics.items[i].code->id);
    assert_string_equal(text_string(&found), expected);
    text_free(&found);
}

static void every_case_of_a_circle_is_told_and_no_other(void **state)
{
    (void)state;
    cases((const char *const[]){"a", "b", "c", "d", "e", "f"}, 6);
    mention("d", REFERENCE_ADAPTED_FROM, "a"); /* leads into the circle */
    mention("a", REFERENCE_ADAPTED_FROM, "b");
    mention("b", REFERENCE_ADAPTED_FROM, "c");
    mention("c", REFERENCE_ADAPTED_FROM, "a");
    mention("e", REFERENCE_ADAPTED_FROM, "f");
    mention("f", REFERENCE_ADAPTED_FROM, "f");
    finds("a.md L604\nb.md L604\nc.md L604\nf.md L603\n");
}

static void a_chain_is_no_circle(void **state)
{
    (void)state;
    cases((const char *const[]){"a", "b", "c"}, 3);
    mention("a", REFERENCE_ADAPTED_FROM, "b");
    mention("b", REFERENCE_ADAPTED_FROM, "c");
    mention("c", REFERENCE_RELATED, "a");
    finds("");
}

static void an_old_id_belongs_to_the_first_that_has_it(void **state)
{
    (void)state;
    cases((const char *const[]){"a", "b", "c"}, 3);
    mention("a", REFERENCE_ALIAS, "old");
    mention("b", REFERENCE_ALIAS, "old");
    mention("b", REFERENCE_ALIAS, "older");
    mention("c", REFERENCE_ALIAS, "a");
    mention("a", REFERENCE_ALIAS, "old"); /* the same file, asked for twice */
    finds("b.md L605\nc.md L605\n");
}

static void what_leads_nowhere_is_told_with_what_was_meant(void **state)
{
    (void)state;
    cases((const char *const[]){"barbers"}, 1);
    mention("barbers", REFERENCE_LINK, "barber");
    mention("barbers", REFERENCE_RELATED, "somewhere-else");
    finds("barbers.md L601\nbarbers.md L602\n");
    assert_string_equal(diagnostics.items[0].help, "did you mean barbers?");
}

/* The circle of two with all others leading into it took time by the third power, old ids and dead links by the second. */
static void many_take_little_time(void **state)
{
    (void)state;
    enum { CASES = 1500, NAMES = 50000 };
    mention("x", REFERENCE_ADAPTED_FROM, "y");
    mention("y", REFERENCE_ADAPTED_FROM, "x");
    string_list_add(&arena, &ids, "x");
    string_list_add(&arena, &ids, "y");
    for (int i = 0; i < CASES; i++) {
        const char *id = arena_format(&arena, "case-%04d", i);
        string_list_add(&arena, &ids, id);
        mention(id, REFERENCE_ADAPTED_FROM, i % 2 ? "x" : arena_format(&arena, "case-%04d", i + 1));
    }
    for (int i = 0; i < NAMES; i++) {
        mention("x", REFERENCE_ALIAS, arena_format(&arena, "old-%d", i));
        mention("x", REFERENCE_LINK, arena_format(&arena, "coin-%04d", i));
    }
    string_list_sort(&ids);
    clock_t before = clock();
    references_check(&arena, &references, &ids, &diagnostics);
    assert_true(seconds_since(before) < 2);
    assert_int_equal(diagnostics.errors, NAMES + 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_case_of_a_circle_is_told_and_no_other, start, stop),
        cmocka_unit_test_setup_teardown(a_chain_is_no_circle, start, stop),
        cmocka_unit_test_setup_teardown(an_old_id_belongs_to_the_first_that_has_it, start, stop),
        cmocka_unit_test_setup_teardown(what_leads_nowhere_is_told_with_what_was_meant, start, stop),
        cmocka_unit_test_setup_teardown(many_take_little_time, start, stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
