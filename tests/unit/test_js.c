#include "catalogue/site/theme/js.h"

#include <string.h>

#include "tests/unit/unit.h"

static void expect(const char *script, const char *squeezed)
{
    struct text out = {0};
    js_squeeze(&out, &(struct js_script){script, strlen(script)}, 1);
    text_char(&out, '|');
    assert_int_equal(out.data[out.size - 2], '\n');
    out.data[out.size - 2] = '\0';
    assert_string_equal(out.data, squeezed);
    text_free(&out);
}

static void test_comments_and_blanks(void **state)
{
    (void)state;
    expect("// a remark\nlet one = 1; /* two */\n", "let a=1;");
    expect("if (one) {\n  return;\n}\n", "if(a){return}");
    expect("one = a + +b - -c;", "d=a+ +b- -c;");
    expect("typeof one; new Map();", "typeof a;new Map();");
}

static void test_names(void **state)
{
    (void)state;
    expect("const longName = 1; longName + longName + other;", "let a=1;a+a+b;");
    expect("point.left = { left: 1, width };", "b.a={a:1,c};");
    expect("text.length; [].push(value);", "a.length;[].push(value);");
    expect("let done = true, not = undefined;", "let a=!0,b=void 0;");
}

static void test_what_stands_in_quotes(void **state)
{
    (void)state;
    expect("one = \"two  // three\" + 'it\\'s';", "a=\"two  // three\"+'it\\'s';");
    expect("one = `two  ${ three + `${four}` }  five`;", "b=`two  ${c+`${a}`}  five`;");
    expect("one = / [/ ]\"/g.test(two); one = two / 3 / 4;", "a=/ [/ ]\"/g.test(b);a=b/3/4;");
    expect("return /x/.test(one);", "return/x/.test(a);");
}

static void test_several_scripts_share_their_names(void **state)
{
    (void)state;
    static const char first[] = "function shared() {}";
    static const char second[] = "shared(); shared(); own();";
    const struct js_script scripts[] = {{first, strlen(first)}, {second, strlen(second)}};
    struct text outs[2] = {{0}, {0}};
    js_squeeze(outs, scripts, 2);
    assert_string_equal(outs[0].data, "function a(){}\n");
    assert_string_equal(outs[1].data, "a();a();b();\n");
    text_free(&outs[0]);
    text_free(&outs[1]);
}

static void test_frequent_properties(void **state)
{
    (void)state;
    expect("a.length; a.length; a.length; a.length; a.length; a.length; a.length; a?.length; [...a];",
           "let b=\"length\";a[b];a[b];a[b];a[b];a[b];a[b];a[b];a?.length;[...a];");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_comments_and_blanks),   cmocka_unit_test(test_names),
        cmocka_unit_test(test_what_stands_in_quotes), cmocka_unit_test(test_several_scripts_share_their_names),
        cmocka_unit_test(test_frequent_properties),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
