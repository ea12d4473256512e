#include "catalogue/site/theme/css.h"

#include <string.h>

#include "tests/unit/unit.h"

static void only_what_means_something_is_left(void **state)
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
        css_squeeze(&out, cases[i][0], strlen(cases[i][0]));
        assert_string_equal(text_string(&out), cases[i][1]);
        text_free(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_means_something_is_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
