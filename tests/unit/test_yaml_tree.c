#include "indexer/base/yaml_tree.h"

#include <string.h>
#include <time.h>

#include "tests/unit/unit.h"

static void print_node(struct text *out, const struct yaml_node *node)
{
    if (!node) {
        text_add(out, "nothing");
    } else if (node->kind == TREE_SCALAR) {
        text_format(out, node->quoted ? "\"%s\"" : "%s", node->text);
    } else {
        text_char(out, node->kind == TREE_LIST ? '[' : '{');
        for (size_t i = 0; i < node->count; i++) {
            text_add(out, i ? " " : "");
            if (node->kind == TREE_MAP)
                text_format(out, "%s=", node->entries[i].key);
            print_node(out, node->kind == TREE_MAP ? node->entries[i].value : node->items[i]);
        }
        text_char(out, node->kind == TREE_LIST ? ']' : '}');
    }
}

/* Reads a source and compares the tree, and the problems as `trouble@line:column`, with what they must be. */
static void reads_as(const char *source, size_t size, const char *tree, const char *troubles)
{
    static const char *const names[TREE_TROUBLE_COUNT] = {
        [TREE_SYNTAX] = "syntax",
        [TREE_TOO_DEEP] = "deep",
        [TREE_ALIAS] = "alias",
        [TREE_ANCHOR] = "anchor",
        [TREE_TAG] = "tag",
        [TREE_DIRECTIVE] = "directive",
        [TREE_SECOND_DOCUMENT] = "two",
        [TREE_DUPLICATE_KEY] = "duplicate",
        [TREE_KEY_NOT_TEXT] = "key",
        [TREE_CONTROL] = "control",
        [TREE_UNSEEN] = "unseen",
    };
    struct arena arena = {0};
    struct yaml_problems problems = {0};
    struct text out = {0};
    print_node(&out, yaml_tree_read(&arena, source, size, 1, &problems));
    for (size_t i = 0; i < problems.count; i++) {
        const struct yaml_problem *problem = &problems.items[i];
        text_format(&out, " | %s@%zu:%zu", names[problem->trouble], problem->place.line, problem->place.column);
    }
    struct text expected = {0};
    text_format(&expected, "%s%s", tree, troubles);
    assert_string_equal(text_string(&out), text_string(&expected));
    text_free(&expected);
    text_free(&out);
    arena_free(&arena);
}

struct row {
    const char *source;
    const char *tree;
    const char *troubles;
};

static void check_rows(const struct row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        reads_as(rows[i].source, strlen(rows[i].source), rows[i].tree, rows[i].troubles);
}

static void what_people_write_becomes_a_tree(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"", "nothing", ""},
        {"# only a remark\n", "nothing", ""},
        {"title: A word\n", "{title=A word}", ""},
        {"a: [x, y]\nb:\n  - p\n  - q: r\n    s: t\n", "{a=[x y] b=[p {q=r s=t}]}", ""},
        {"a: []\nb: {}\nc:\nd: ''\n", "{a=[] b={} c= d=\"\"}", ""},
        {"a: 'it''s'\nb: \"x\\ty\"\n", "{a=\"it's\" b=\"x\ty\"}", ""},
        {"a: |\n  one\n  two\nb: >\n  one\n  two\n", "{a=\"one\ntwo\" b=\"one two\"}", ""},
        {"a: '  x '\nb: \"caf\xC3\xA9\xC2\xA0o\xEF\xAC\x83"
         "ce\"\n",
         "{a=\"x\" b=\"caf\xC3\xA9 office\"}", ""},
        {"- x\n- y\n", "[x y]", ""},
        {"just text\n", "just text", ""},
        {"a: x\r\nb: y\r\n", "{a=x b=y}", ""},
    };
    check_rows(rows, COUNT_OF(rows));
}

static void scalars_stay_what_was_written(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"a: no\nb: 2019-04\nc: 1e3\nd: ~\ne: 0x1F\nf: 012\ng: null\n",
         "{a=no b=2019-04 c=1e3 d=~ e=0x1F f=012 g=null}", ""},
        {"yes: 1\n", "{yes=1}", ""},
    };
    check_rows(rows, COUNT_OF(rows));
}

static void what_we_do_not_take_is_a_problem_with_its_place(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"a: &x y\n", "{a=y}", " | anchor@1:4"},
        {"a: &x [y]\nb: *x\n", "{a=[y]}", " | anchor@1:4 | alias@2:4"},
        {"a: !!int 3\nb: !own {c: d}\n", "{a=3 b={c=d}}", " | tag@1:4 | tag@2:4"},
        {"a: x\nb: y\na: z\n", "{a=x b=y}", " | duplicate@3:1"},
        {"? [a, b]\n: c\nd: e\n", "{d=e}", " | key@1:3"},
        {"%YAML 1.1\n---\na: b\n", "{a=b}", " | directive@1:1"},
        {"a: \"x\\0y\"\n", "{a=\"x\"}", " | control@1:4"},
        {"a: \"x\\ry\"\n", "{a=\"x\ry\"}", " | control@1:4"},
        {"a: \"x\\r\\ny\"\n", "{a=\"x\r\ny\"}", ""},
        {"a: \"x\\x1b[31my\"\n", "{a=\"x\x1b[31my\"}", " | control@1:4"},
        {"a: \"x\\x9by\"\nb: [\"x\\uFFFEy\"]\n", "{a=\"x\xC2\x9by\" b=[\"x\xEF\xBF\xBEy\"]}",
         " | control@1:4 | control@2:5"},
        {"a: \"x\\u202Ey\"\n", "{a=\"xy\"}", " | unseen@1:4"},
        {"a: \"x\u202Ey\"\n", "{a=\"xy\"}", ""},
        {"a: 'x\\u202Ey'\n", "{a=\"x\\u202Ey\"}", ""},
    };
    check_rows(rows, COUNT_OF(rows));
}

static void some_problems_end_the_reading(void **state)
{
    (void)state;
    static const struct row rows[] = {
        {"a: b\n---\nc: d\n", "nothing", " | two@2:1"},
        {"title: Warm homes: a pathway\n", "nothing", " | syntax@1:18"},
        {"a: x\n\tb: y\n", "nothing", " | syntax@2:1"},
        {"a: @handle\n", "nothing", " | syntax@1:4"},
        {"a: %x\n", "nothing", " | syntax@1:4"},
        {"a: x\n b: y\n", "nothing", " | syntax@2:3"},
        {"a: x\na: [y\nb: z\n", "nothing", " | syntax@3:2"},
    };
    check_rows(rows, COUNT_OF(rows));
}

static void an_unclosed_quote_tells_where_it_began(void **state)
{
    (void)state;
    static const char source[] = "a: x\nb: 'never closed\nc: y\n";
    struct arena arena = {0};
    struct yaml_problems problems = {0};
    assert_null(yaml_tree_read(&arena, source, strlen(source), 10, &problems));
    assert_int_equal(problems.count, 1);
    assert_int_equal(problems.items[0].trouble, TREE_SYNTAX);
    assert_int_equal(problems.items[0].first_line, 11);
    arena_free(&arena);
}

static void places_count_lines_of_the_file_and_characters(void **state)
{
    (void)state;
    static const char source[] = "caf\xC3\xA9: x\nlist: [\xC3\xA9\xC3\xA9, word]\n";
    struct arena arena = {0};
    struct yaml_problems problems = {0};
    const struct yaml_node *root = yaml_tree_read(&arena, source, strlen(source), 2, &problems);
    assert_int_equal(root->entries[0].key_place.line, 2);
    assert_int_equal(root->entries[0].key_place.length, 4);
    assert_int_equal(root->entries[0].value->place.column, 7);
    const struct yaml_node *word = root->entries[1].value->items[1];
    assert_int_equal(word->place.line, 3);
    assert_int_equal(word->place.column, 12);
    assert_int_equal(word->place.length, 4);
    arena_free(&arena);
}

static void a_duplicate_key_names_both_lines(void **state)
{
    (void)state;
    static const char source[] = "a: x\nb: y\n'a': z\n";
    struct arena arena = {0};
    struct yaml_problems problems = {0};
    assert_non_null(yaml_tree_read(&arena, source, strlen(source), 2, &problems));
    assert_int_equal(problems.count, 1);
    assert_string_equal(problems.items[0].detail, "a");
    assert_int_equal(problems.items[0].place.line, 4);
    assert_int_equal(problems.items[0].first_line, 2);
    arena_free(&arena);
}

/* Adds a piece in which every ~ stands for a number. */
static void add_numbered(struct text *out, const char *piece, size_t number)
{
    for (; *piece; piece++) {
        if (*piece == '~')
            text_format(out, "%zu", number);
        else
            text_char(out, *piece);
    }
}

/* How long it takes to read a piece so many times over, and the first problem in it. */
static double seconds_for(const char *piece, size_t count, struct yaml_problem *first)
{
    struct arena arena = {0};
    struct yaml_problems problems = {0};
    struct text source = {0};
    for (size_t i = 0; i < count; i++)
        add_numbered(&source, piece, i);
    clock_t start = clock();
    yaml_tree_read(&arena, source.data, source.size, 1, &problems);
    double seconds = seconds_since(start);
    *first = problems.count ? problems.items[0] : (struct yaml_problem){.trouble = TREE_TROUBLE_COUNT};
    text_free(&source);
    arena_free(&arena);
    return seconds;
}

static void hostile_sources_of_64_kilobytes_end_soon(void **state)
{
    (void)state;
    static const struct {
        const char *piece;
        size_t count;
        enum yaml_trouble trouble;
    } rows[] = {
        {"[", 65536, TREE_TOO_DEEP},           {"{a: ", 16384, TREE_TOO_DEEP},      {"- ", 32768, TREE_TOO_DEEP},
        {"[\"]\",", 13107, TREE_TOO_DEEP}, /* a bracket in quotes closes nothing */
        {"? ", 32768, TREE_TOO_DEEP},          {"%TAG !~! x\n", 4681, TREE_SYNTAX}, {"k~: &a~ x\n", 4096, TREE_ANCHOR},
        {"~:\n", 10000, TREE_TROUBLE_COUNT}, /* very many keys are no trouble */
        {"a: b\n", 13107, TREE_DUPLICATE_KEY},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct yaml_problem first;
        double seconds = seconds_for(rows[i].piece, rows[i].count, &first);
        assert_int_equal(first.trouble, rows[i].trouble);
        if (seconds > 5) /* it is a tenth of one here; left to itself libyaml takes up to twenty */
            fail_msg("%s took %.1f s", rows[i].piece, seconds);
    }
}

static void nesting_is_allowed_to_the_limit(void **state)
{
    (void)state;
    struct yaml_problem first;
    seconds_for("[", 33, &first);
    assert_int_equal(first.trouble, TREE_TOO_DEEP);
    seconds_for("- ", 32, &first);
    assert_int_equal(first.trouble, TREE_TROUBLE_COUNT);
    seconds_for("- ", 33, &first);
    assert_int_equal(first.trouble, TREE_TOO_DEEP);
    assert_int_equal(first.place.line, 1);
}

static void bytes_that_are_no_yaml_do_no_harm(void **state)
{
    (void)state;
    unsigned seed = 12345; /* always the same texts */
    static const char letters[] = "ab:-?[]{},#&*!|>'\"%@` \n\t\\\x01\xC3\xA9";
    for (int round = 0; round < 5000; round++) {
        char source[64];
        size_t size = 0;
        for (; size < sizeof source; size++) {
            seed = seed * 1103515245U + 12345U;
            source[size] = letters[(seed >> 16) % (sizeof letters - 1)];
        }
        struct arena arena = {0};
        struct yaml_problems problems = {0};
        struct text out = {0};
        const struct yaml_node *root = yaml_tree_read(&arena, source, size, 1, &problems);
        print_node(&out, root);
        assert_true(root || problems.count || strchr("#\n \t", source[0]));
        text_free(&out);
        arena_free(&arena);
    }
}

static void values_are_found_by_key(void **state)
{
    (void)state;
    static const char source[] = "a: x\nb: [y]\n";
    struct arena arena = {0};
    struct yaml_problems problems = {0};
    const struct yaml_node *root = yaml_tree_read(&arena, source, strlen(source), 1, &problems);
    assert_string_equal(yaml_get(root, "a")->text, "x");
    assert_null(yaml_get(root, "c"));
    assert_null(yaml_get(NULL, "a"));
    assert_null(yaml_get(yaml_get(root, "b"), "a"));
    assert_string_equal(yaml_text(root, "a", "no"), "x");
    assert_string_equal(yaml_text(root, "b", "no"), "no");
    assert_null(yaml_text(root, "c", NULL));
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_people_write_becomes_a_tree),
        cmocka_unit_test(scalars_stay_what_was_written),
        cmocka_unit_test(what_we_do_not_take_is_a_problem_with_its_place),
        cmocka_unit_test(some_problems_end_the_reading),
        cmocka_unit_test(an_unclosed_quote_tells_where_it_began),
        cmocka_unit_test(places_count_lines_of_the_file_and_characters),
        cmocka_unit_test(a_duplicate_key_names_both_lines),
        cmocka_unit_test(hostile_sources_of_64_kilobytes_end_soon),
        cmocka_unit_test(nesting_is_allowed_to_the_limit),
        cmocka_unit_test(bytes_that_are_no_yaml_do_no_harm),
        cmocka_unit_test(values_are_found_by_key),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
