#include "catalogue/site/theme/minify.h"

#include <string.h>

#include "indexer/base/arena.h"
#include "tests/unit/unit.h"

static void only_what_means_something_in_a_style_is_left(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"a { color: red; }\n", "a{color:red}"},
        {"/* why */ a , b > c { margin: 0 1px ; }", "a,b > c{margin:0 1px}"},
        {"@media (min-width: 1em) {\n  a:hover { x: y; }\n}\n", "@media (min-width:1em){a:hover{x:y}}"},
        {"a::after { content: \" ( ; } /* \"; }", "a::after{content:\" ( ; } /* \"}"},
        {"main :focus { width: calc(1px + 2px); }", "main :focus{width:calc(1px + 2px)}"},
        {"a{b:c}/* never ends", "a{b:c}"},
        {"a { b: \"never ends", "a{b:\"never ends"},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct text out = {0};
        minify_css(&out, cases[i][0], strlen(cases[i][0]));
        assert_string_equal(text_string(&out), cases[i][1]);
        text_free(&out);
    }
}

/* Pairs of a script and what is sent of it, which ends with a line end that is left out here. */
static void expect_all(const char *const (*cases)[2], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct text out = {0};
        struct text expected = {0};
        minify_js(&out, cases[i][0], strlen(cases[i][0]));
        text_format(&expected, "%s\n", cases[i][1]);
        assert_string_equal(text_string(&out), text_string(&expected));
        text_free(&out);
        text_free(&expected);
    }
}

static void comments_and_blanks_go(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"// a remark\nlet longName = 1; /* two */\n", "let longName = 1;"},
        {"if (one) {\n  return;\n\n\n}\n", "if (one) {\nreturn;\n}"},
        {"a   =\t b; // c\r\n  // d\n\n  e();", "a = b;\ne();"},
        {"a/* b */c /* d */ e", "a c e"},
        {"/* a\n b */", ""},
        {"", ""},
    };
    expect_all(cases, COUNT_OF(cases));
}

static void line_ends_stay_where_they_end_a_statement(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"let a = 1\nlet b = 2\n", "let a = 1\nlet b = 2"},
        {"return // nothing\n  x", "return\nx"},
        {"return /* nothing\n */ x", "return\nx"},
        {"return /* it */ x", "return x"},
        {"a\n++b", "a\n++b"},
        {"a = b + +c - -d + ++e", "a = b + +c - -d + ++e"},
    };
    expect_all(cases, COUNT_OF(cases));
}

static void what_stands_in_quotes_stays(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"a = \"b  // c\" + 'it\\'s /*' ;", "a = \"b  // c\" + 'it\\'s /*' ;"},
        {"a = 'b\\\n   c';", "a = 'b\\\n   c';"},
        {"`a\n\n   b // c\n`; // d", "`a\n\n   b // c\n`;"},
        {"`a ${ b  + /* c */ `d  ${ {e: '}'}.e } ${f}` }  } g\\`  `",
         "`a ${ b + `d  ${ {e: '}'}.e } ${f}` }  } g\\`  `"},
        {"`$  {` + `\\${  a`  /* b */", "`$  {` + `\\${  a`"},
        {"`${a}` / 2 // b\n/ `c`", "`${a}` / 2\n/ `c`"},
    };
    expect_all(cases, COUNT_OF(cases));
}

static void a_slash_begins_a_pattern_or_divides(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"a = / [/ \\/ ]\"/g.test(b);  c", "a = / [/ \\/ ]\"/g.test(b); c"},
        {"a = [/  '/, b ? /  '/ : /  \"/]", "a = [/  '/, b ? /  '/ : /  \"/]"},
        {"return /  '/.test(a)", "return /  '/.test(a)"},
        {"a = b / c /  '  '.d", "a = b / c / '  '.d"},
        {"a[0] / 2; // /  b", "a[0] / 2;"},
        {"let a = b++ / 2; const c = d[0] / '  '", "let a = b++ / 2; const c = d[0] / '  '"},
        {"let a = b++ /   2; const c = d[0] /   3", "let a = b++ / 2; const c = d[0] / 3"},
        {"let a = b-- /   2; const c = --d /   3", "let a = b-- / 2; const c = --d / 3"},
        {"a = ++/   z/.lastIndex", "a = ++/   z/.lastIndex"},
        {"if (a) /  z/.test(b)", "if (a) /  z/.test(b)"},
        {"while ((a)) /  z/.test(b)", "while ((a)) /  z/.test(b)"},
        {"for await (a of b) /  z/.test(c)", "for await (a of b) /  z/.test(c)"},
        {"(a) /   2 /   3", "(a) / 2 / 3"},
        {"a.if(b) /   2 /   3", "a.if(b) / 2 / 3"},
        {"a.return /   2 /   3", "a.return / 2 / 3"},
        {"a?.of /   2 /   3", "a?.of / 2 / 3"},
        {"[...typeof /  z/]", "[...typeof /  z/]"},
        {"1. /   2 /   3.5", "1. / 2 / 3.5"},
        {"if (a) {}\n/  z/.test(b)", "if (a) {}\n/  z/.test(b)"},
        {"a => /  z/.test(a)", "a => /  z/.test(a)"},
        {"case /  z/.x:", "case /  z/.x:"},
        {"\xc3\xa9 /   2 /   3", "\xc3\xa9 / 2 / 3"},
    };
    expect_all(cases, COUNT_OF(cases));
}

/* Each script of the table is cut at every byte, in a piece of memory that ends there. */
static void what_is_cut_off_is_taken_too(void **state)
{
    (void)state;
    static const char script[] = "a = '\\'b' + `c\\`${ {d: /[/]\\/x/g} }`; /* e */ // f\nif (g) ) } ] h++ ... 1.5";
    for (size_t size = 0; size < sizeof script; size++) {
        struct arena arena = {0};
        struct text out = {0};
        char *cut = arena_alloc(&arena, size);
        memcpy(cut, script, size);
        minify_js(&out, cut, size);
        assert_true(out.size <= size + 1);
        assert_int_equal(out.data[out.size - 1], '\n');
        text_free(&out);
        arena_free(&arena);
    }
}

static void scripts_follow_each_other(void **state)
{
    (void)state;
    struct text out = {0};
    minify_js(&out, "\n a;\n", 5);
    minify_js(&out, "\n b;\n", 5);
    assert_string_equal(text_string(&out), "a;\nb;\n");
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_means_something_in_a_style_is_left),
        cmocka_unit_test(comments_and_blanks_go),
        cmocka_unit_test(line_ends_stay_where_they_end_a_statement),
        cmocka_unit_test(what_stands_in_quotes_stays),
        cmocka_unit_test(a_slash_begins_a_pattern_or_divides),
        cmocka_unit_test(what_is_cut_off_is_taken_too),
        cmocka_unit_test(scripts_follow_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
