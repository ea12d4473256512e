/* The query language: every line of tests/cases/query.txt, and bytes that nobody types. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "indexer/base/file.h"
#include "search-cli/query.h"
#include "search-cli/query_lex.h"

static const char table_path[] = "tests/cases/query.txt";

static char *printed(struct arena *arena, const char *input, size_t size, struct query *query)
{
    struct text out = {0};
    *query = query_parse(arena, input, size);
    query_print(&out, query->root);
    char *copy = arena_string(arena, text_string(&out));
    text_free(&out);
    return copy;
}

static void check_line(struct arena *arena, const char *line)
{
    const char *tab = strchr(line, '\t');
    struct query query;
    assert_non_null(tab);
    char *tree = printed(arena, line, (size_t)(tab - line), &query);
    const char *notes = string_list_join(arena, &query.notes, " ");
    char *came = arena_format(arena, "%s%s%s", tree, *notes ? "\t" : "", notes);
    if (strcmp(came, tab + 1))
        print_error("%.*s\n", (int)(tab - line), line);
    assert_string_equal(came, tab + 1);
}

static void test_table(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct file file = {0};
    assert_int_equal(file_read(&arena, table_path, 1 << 20, &file), FILE_DONE);
    struct string_list lines = string_list_lines(&arena, file.data);
    size_t checked = 0;
    for (size_t i = 0; i < lines.count; i++)
        if (lines.items[i][0] != '#') {
            check_line(&arena, lines.items[i]);
            checked++;
        }
    assert_true(checked > 50);
    arena_free(&arena);
}

static char *typed(struct arena *arena, const struct query_node *root)
{
    struct text out = {0};
    for (size_t i = 0; i < root->part_count; i++) {
        text_add(&out, i ? " " : "");
        query_type(&out, root->parts[i]);
    }
    char *copy = arena_string(arena, text_string(&out));
    text_free(&out);
    return copy;
}

static void test_what_is_typed_reads_the_same(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct file file = {0};
    assert_int_equal(file_read(&arena, table_path, 1 << 20, &file), FILE_DONE);
    struct string_list lines = string_list_lines(&arena, file.data);
    for (size_t i = 0; i < lines.count; i++) {
        struct query query;
        struct query again;
        if (lines.items[i][0] == '#')
            continue;
        char *tree = printed(&arena, lines.items[i], strcspn(lines.items[i], "\t"), &query);
        char *words = typed(&arena, query.root);
        assert_string_equal(printed(&arena, words, strlen(words), &again), tree);
    }
    arena_free(&arena);
}

static void check_typed(const char *input, const char *expected)
{
    struct arena arena = {0};
    struct query query = query_parse(&arena, input, strlen(input));
    assert_string_equal(typed(&arena, query.root), expected);
    arena_free(&arena);
}

static void test_parts_are_typed_as_people_do(void **state)
{
    (void)state;
    check_typed("smok*  -\u201cfalls at home\u201d +men's", "smok* -\"falls at home\" +men's");
    check_typed("regions:wales,\"north west\"", "region:wales,\"north west\"");
    check_typed("start:2019..2021 start:>2019 start:<=2020 start:2021",
                "start:2019..2021 start:>2019 start:<=2020 start:2021");
    check_typed("(a | \"b c\") -(d e)", "(a | \"b c\") -(d e)");
}

/* What was the value of another field may look like a field, or like more than a word. */
static void test_a_word_that_was_a_value_is_framed(void **state)
{
    static const struct {
        struct query_node word;
        const char *typed;
    } words[] = {
        {{.kind = QUERY_WORD, .text = "see-also:this"}, "\"see-also:this\""},
        {{.kind = QUERY_WORD, .text = "see_also:this"}, "\"see_also:this\""},
        {{.kind = QUERY_WORD, .text = "A&E:this"}, "A&E:this"},
        {{.kind = QUERY_WORD, .text = "see:"}, "see:"},
        {{.kind = QUERY_PREFIX, .text = "see:"}, "\"see:\""},
        {{.kind = QUERY_WORD, .text = "https://board.example"}, "https://board.example"},
        {{.kind = QUERY_WORD, .text = "this(and)"}, "\"this(and)\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct text out = {0};
        query_type(&out, &words[i].word);
        assert_string_equal(text_string(&out), words[i].typed);
        text_free(&out);
    }
}

static void test_empty_is_everything(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct query query;
    assert_string_equal(printed(&arena, "", 0, &query), "everything");
    assert_string_equal(printed(&arena, " \t\n", 3, &query), "everything");
    assert_int_equal(query.notes.count, 0);
    arena_free(&arena);
}

static void test_bad_bytes_are_blanks(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct query query;
    assert_string_equal(printed(&arena, "men\0women\xff\xfe\x1b[31mboys", 20, &query), "men, women, [31mboys");
    static const char odd[] = "men\uFDD0women\u202Eand\u2069boys\uFFF9girls";
    assert_string_equal(printed(&arena, odd, sizeof odd - 1, &query), "men, womenandboys, girls");
    arena_free(&arena);
}

static void test_long_queries_are_cut_and_say_so(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct query query;
    char *many = arena_alloc(&arena, 100001);
    memset(many, 'a', 100000);
    char *tree = printed(&arena, many, 100000, &query);
    assert_int_equal(strlen(tree), QUERY_BYTES_MAX);
    assert_int_equal(query.notes.count, 1);
    /* A character is not cut in two. */
    memset(many, 'a', QUERY_BYTES_MAX - 1);
    memcpy(many + QUERY_BYTES_MAX - 1, "\xc3\xa9", 2);
    assert_int_equal(strlen(printed(&arena, many, QUERY_BYTES_MAX + 1, &query)), QUERY_BYTES_MAX - 1);
    memset(many, 'a', QUERY_BYTES_MAX);
    many[QUERY_BYTES_MAX] = '\xff';
    assert_int_equal(strlen(printed(&arena, many, QUERY_BYTES_MAX + 1, &query)), QUERY_BYTES_MAX);
    memset(many, '(', 100000);
    assert_string_equal(printed(&arena, many, 100000, &query), "everything");
    arena_free(&arena);
}

static void test_deep_brackets_lose_only_themselves(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct query query;
    struct text deep = {0};
    for (int i = 0; i < 100; i++)
        text_add(&deep, "(");
    text_add(&deep, "a b");
    for (int i = 0; i < 100; i++)
        text_add(&deep, ")");
    text_add(&deep, " c");
    assert_string_equal(printed(&arena, deep.data, deep.size, &query), "a, b, c");
    text_free(&deep);
    arena_free(&arena);
}

/* Whatever comes, there is a tree, it prints, and printing it has no control bytes. */
static void test_noise(void **state)
{
    (void)state;
    static const char alphabet[] = "ab-+\"()|:*, .>=<\xe2\x80\x9c\xff\x01"
                                   "start:2019region:x";
    uint32_t seed = 1;
    for (int round = 0; round < 5000; round++) {
        struct arena arena = {0};
        struct query query;
        char input[64];
        for (size_t i = 0; i < sizeof input; i++) {
            seed = seed * 1664525U + 1013904223U;
            input[i] = alphabet[(seed >> 16) % (sizeof alphabet - 1)];
        }
        const char *tree = printed(&arena, input, sizeof input, &query);
        assert_true(*tree != '\0');
        for (const char *byte = tree; *byte; byte++)
            assert_true((unsigned char)*byte >= 0x20);
        arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_table),
        cmocka_unit_test(test_what_is_typed_reads_the_same),
        cmocka_unit_test(test_parts_are_typed_as_people_do),
        cmocka_unit_test(test_a_word_that_was_a_value_is_framed),
        cmocka_unit_test(test_empty_is_everything),
        cmocka_unit_test(test_bad_bytes_are_blanks),
        cmocka_unit_test(test_long_queries_are_cut_and_say_so),
        cmocka_unit_test(test_deep_brackets_lose_only_themselves),
        cmocka_unit_test(test_noise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
