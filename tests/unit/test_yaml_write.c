#include "indexer/base/yaml_write.h"

#include <string.h>

#include "indexer/base/yaml_tree.h"
#include "tests/unit/unit.h"

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static const char *const texts[] = {
    "Warm homes",
    "Warm homes: a way out",
    "Warm \"homes\": a way out",
    "Ends with a colon:",
    "A # that is no comment",
    "A#b",
    "https://example.org/a",
    "don't",
    "'quoted'",
    "\"quoted\"",
    "back\\slash",
    "back\\slash: and colon",
    "- a dash",
    "-5",
    "?",
    "? a",
    "!tag",
    "&anchor",
    "*alias",
    "@at",
    "`tick`",
    "%percent",
    "| bar",
    "> more",
    "[list",
    "{map}",
    "one, two",
    "blank  inside",
    "",
    "line\nend",
    "tab\tinside",
    "return\r\ninside",
    "tab before\t# no comment",
    "tab behind:\tno key",
    "-",
    "-\ta",
    ":",
    ": a",
    "a,b",
    "a:b",
    "a]b",
    "# no comment",
    "---",
    "...",
    ",",
    "caf\xC3\xA9: cr\xC3\xA8me",
};

static const char *read_back(const char *yaml)
{
    struct yaml_problems problems = {0};
    const struct yaml_node *root = yaml_tree_read(&arena, yaml, strlen(yaml), 1, &problems);
    assert_int_equal(problems.count, 0);
    const struct yaml_node *value = yaml_get(root, "key");
    assert_non_null(value);
    return value->kind == TREE_LIST ? value->items[0]->text : value->text;
}

static void what_is_written_is_read_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        size_t size = strlen(texts[i]);
        const char *const written[] = {
            arena_format(&arena, "key: %s\n", yaml_quoted(&arena, texts[i], size)),
            arena_format(&arena, "key: %s\n", yaml_scalar(&arena, texts[i], size, false)),
            arena_format(&arena, "key: [%s, other]\n", yaml_scalar(&arena, texts[i], size, true)),
        };
        for (size_t j = 0; j < COUNT_OF(written); j++)
            assert_string_equal(read_back(written[j]), texts[i]);
    }
}

/* A text that is framed keeps its own marks where it can: with single ones around it nothing has to be escaped. */
static void a_frame_is_chosen_by_what_it_holds(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"warm: homes", "\"warm: homes\""},
        {"it's: so", "\"it's: so\""},
        {"say \"no\"", "'say \"no\"'"},
        {"back\\slash", "'back\\slash'"},
        {"it's \"so\" \\", "\"it's \\\"so\\\" \\\\\""},
        {"", "\"\""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *framed = yaml_framed(&arena, cases[i][0], strlen(cases[i][0]));
        assert_string_equal(framed, cases[i][1]);
        assert_string_equal(read_back(arena_format(&arena, "key: %s\n", framed)), cases[i][0]);
    }
}

static void quotation_marks_come_only_where_they_are_needed(void **state)
{
    (void)state;
    assert_string_equal(yaml_scalar(&arena, "Warm homes", 10, false), "Warm homes");
    assert_string_equal(yaml_scalar(&arena, " before", 7, false), "\" before\"");
    assert_string_equal(yaml_scalar(&arena, "behind ", 7, false), "\"behind \"");
    assert_string_equal(yaml_scalar(&arena, "\tbefore", 7, false), "\"\\tbefore\"");
    assert_string_equal(yaml_scalar(&arena, "behind\t", 7, false), "\"behind\\t\"");
    assert_string_equal(yaml_scalar(&arena, "one, two", 8, false), "one, two");
    assert_string_equal(yaml_scalar(&arena, "one, two", 8, true), "\"one, two\"");
    assert_string_equal(yaml_scalar(&arena, "a \"b\": c", 8, false), "\"a \\\"b\\\": c\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read_back),
        cmocka_unit_test(a_frame_is_chosen_by_what_it_holds),
        cmocka_unit_test(quotation_marks_come_only_where_they_are_needed),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
