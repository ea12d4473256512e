#include "catalogue/draft/read/html_entities.h"

#include <stddef.h>
#include <string.h>

#include "tests/unit/unit.h"

static void entities_become_what_they_stand_for(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"&pound;5 &amp; &lt;b&gt;", "£5 & <b>"},
        {"&#163;&#xA3;&#XA3;", "£££"},
        {"&#150;&#x96;&#128;", "––€"}, /* Windows' own */
        {"&#0;&#xD800;&#x110000;&#x1FFFFFF;", "\uFFFD\uFFFD\uFFFD\uFFFD"},
        {"&#x1F600;", "\U0001F600"},
        {"a&nbsp;b\u2028c\u2029d&#10;e&#7;f", "a b c d\ne f"},
        {"so&shy;ft\uFEFF\u200B.", "soft."},
        {"&nothing; &; &#; &#x; &#12a; &#xg; &", "&nothing; &; &#; &#x; &#12a; &#xg; &"},
        {"AT&T; R&D &pound", "AT&T; R&D &pound"},
        {"&Pound;", "&Pound;"},
        {"&averyveryveryverylongnameindeed;", "&averyveryveryverylongnameindeed;"},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(html_entities_read(&arena, cases[i][0], strlen(cases[i][0])), cases[i][1]);
    /* Not one byte is read behind the end. */
    assert_string_equal(html_entities_read(&arena, "&#163;", 5), "&#163");
    assert_string_equal(html_entities_read(&arena, "&#163;", 2), "&#");
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(entities_become_what_they_stand_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
