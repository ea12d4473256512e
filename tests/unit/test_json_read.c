#include "indexer/base/json_read.h"

#include <string.h>

#include "indexer/base/text.h"
#include "tests/unit/unit.h"

/* The tree in a short form: {key=text,key=[text,text]}; texts that were in quotation marks have them again. */
static void add_node(struct text *out, const struct yaml_node *node)
{
    if (node->kind == TREE_SCALAR) {
        text_format(out, node->quoted ? "\"%s\"" : "%s", node->text);
        return;
    }
    text_char(out, node->kind == TREE_MAP ? '{' : '[');
    for (size_t i = 0; i < node->count; i++) {
        text_add(out, i ? "," : "");
        if (node->kind == TREE_MAP)
            text_format(out, "%s=", node->entries[i].key);
        add_node(out, node->kind == TREE_MAP ? node->entries[i].value : node->items[i]);
    }
    text_char(out, node->kind == TREE_MAP ? '}' : ']');
}

static void assert_reads(const char *json, const char *tree)
{
    struct arena arena = {0};
    struct text out = {0};
    struct json_problem problem;
    const struct yaml_node *root = json_read(&arena, json, strlen(json), &problem);
    assert_null(problem.words);
    assert_non_null(root);
    add_node(&out, root);
    assert_string_equal(text_string(&out), tree);
    text_free(&out);
    arena_free(&arena);
}

static void assert_refuses_bytes(const char *json, size_t size, size_t line, size_t column)
{
    struct arena arena = {0};
    struct json_problem problem;
    assert_null(json_read(&arena, json, size, &problem));
    assert_non_null(problem.words);
    assert_int_equal(problem.place.line, line);
    assert_int_equal(problem.place.column, column);
    arena_free(&arena);
}

static void assert_refuses(const char *json, size_t line, size_t column)
{
    assert_refuses_bytes(json, strlen(json), line, column);
}

static void test_values(void **state)
{
    (void)state;
    assert_reads("{\"a\": 1, \"b\": [true, false], \"c\": {\"d\": \"e\"}}", "{a=1,b=[true,false],c={d=\"e\"}}");
    assert_reads(" [ ] ", "[]");
    assert_reads("{}", "{}");
    assert_reads("\"\"", "\"\"");
    assert_reads("\xEF\xBB\xBF[-0.50, 1e3, 2.5E-7, 0]", "[-0.50,1e3,2.5E-7,0]");
    assert_reads("{\"a\": null, \"b\": [null, 1]}", "{b=[1]}");
}

static void test_texts(void **state)
{
    (void)state;
    assert_reads("\"a\\\"b\\\\c\\/d\\ne\\tf\"", "\"a\"b\\c/d\ne\tf\"");
    assert_reads("\"\\u00e9\\u20AC\\ud83d\\ude00\\u0041\"", "\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\x41\"");
    assert_reads("\"\xC3\xA9 as it is\"", "\"\xC3\xA9 as it is\"");
}

static void test_what_is_no_json(void **state)
{
    static const char nul[] = "\"a\0b\"";
    (void)state;
    assert_refuses("", 1, 1);
    assert_refuses("null", 1, 5);
    assert_refuses("{\"a\": 1", 1, 8);
    assert_refuses("{\"a\" 1}", 1, 6);
    assert_refuses("{a: 1}", 1, 2);
    assert_refuses("{\"a\": 1,}", 1, 9);
    assert_refuses("[1\n 2]", 2, 2);
    assert_refuses("[01]", 1, 2);
    assert_refuses("[+1]", 1, 2);
    assert_refuses("[.5]", 1, 2);
    assert_refuses("[1.]", 1, 3);
    assert_refuses("[nul]", 1, 2);
    assert_refuses("\"no end", 1, 8);
    assert_refuses("\"a line\nend\"", 1, 8);
    assert_refuses("\"\\x\"", 1, 4);
    assert_refuses("\"\\u12\"", 1, 6);
    assert_refuses("[] []", 1, 4);
    assert_refuses("{\"a\": 1, \"a\": 2}", 1, 13);
    assert_refuses("\"\xFF\"", 1, 2);
    assert_refuses_bytes(nul, sizeof nul - 1, 1, 3);
}

static void test_what_no_text_may_hold(void **state)
{
    (void)state;
    assert_refuses("\"\\u0000\"", 1, 8);
    assert_refuses("\"\\ud83d\"", 1, 8);
    assert_refuses("\"\\ud83dx\"", 1, 8);
    assert_refuses("\"\\ude00\"", 1, 8);
    assert_refuses("\"\\ud83d\\u0041\"", 1, 14);
}

/* What is nested deeper than any export is refused, long before the stack ends. */
static void test_depth_and_number(void **state)
{
    struct text deep = {0};
    struct text wide = {0};
    (void)state;
    for (int i = 0; i < 100000; i++)
        text_char(&deep, '[');
    assert_refuses_bytes(text_string(&deep), deep.size, 1, 34);
    text_add(&wide, "{");
    for (int i = 0; i < 1000; i++)
        text_format(&wide, "\"%d\":1,", i);
    struct arena arena = {0};
    struct json_problem problem;
    assert_null(json_read(&arena, text_string(&wide), wide.size, &problem));
    assert_non_null(strstr(problem.words, "too many keys"));
    arena_free(&arena);
    text_free(&deep);
    text_free(&wide);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),           cmocka_unit_test(test_texts),
        cmocka_unit_test(test_what_is_no_json),  cmocka_unit_test(test_what_no_text_may_hold),
        cmocka_unit_test(test_depth_and_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
