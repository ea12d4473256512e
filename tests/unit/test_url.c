#include "catalogue/site/frame/url.h"

#include <stddef.h>

#include "tests/unit/unit.h"

static struct arena arena;

static int stop(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static void only_three_schemes_are_allowed(void **state)
{
    (void)state;
    static const struct {
        const char *address;
        bool allowed;
    } cases[] = {
        {"https://example.org/a?b=c#d", true},
        {"HTTP://example.org", true},
        {"mailto:team@example.org", true},
        {"javascript:alert(1)", false},
        {"JaVaScRiPt:alert(1)", false},
        {"java\tscript:alert(1)", false},
        {" https://example.org", false},
        {"data:text/html,x", false},
        {"vbscript:x", false},
        {"file:///etc/passwd", false},
        {"//example.org", false},
        {"page.html", false},
        {"https://", false},
        {"https://example.org/\"onclick=", false},
        {"https://example.org/\n", false},
        {"https://example.org/\x7f", false},
        {"https://example.org/\\x", false},
        {"", false},
        {NULL, false},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct url url = {NULL};
        assert_int_equal(url_allow(&arena, cases[i].address, &url), cases[i].allowed);
        if (cases[i].allowed)
            assert_string_equal(url.address, cases[i].address);
        else
            assert_null(url.address);
    }
}

static void an_address_says_whose_page_it_is(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"https://www.example.org/a/b?c#d", "example.org"},
        {"HTTP://WWW.example.org", "example.org"},
        {"https://wwwords.example/", "wwwords.example"},
        {"https://health.example?q=a://b", "health.example"},
        {"https://health.example:8080#top", "health.example:8080"},
        {"mailto:team@example.org", ""},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(url_host(&arena, cases[i][0]), cases[i][1]);
}

static void links_are_relative_and_name_the_file(void **state)
{
    (void)state;
    static const char *const cases[][3] = {
        {"index.html", "gaps.html", "gaps.html"},
        {"index.html", "case-studies/a.html", "case-studies/a.html"},
        {"case-studies/a.html", "index.html", "../index.html"},
        {"case-studies/a.html", "case-studies/b.html", "b.html"},
        {"browse/regions/london.html", "browse/stage/live.html", "../stage/live.html"},
        {"browse/regions/london.html", "browse/regions/london/page-2.html", "london/page-2.html"},
        {"browse/regions/london/page-2.html", "browse/regions/london.html", "../london.html"},
        {"browse/regions/london.html", "assets/catalogue.css", "../../assets/catalogue.css"},
        {"a/b.html", "a/b.html#part", "#part"},
        {"a/b.html", "a/c.html#part", "c.html#part"},
        {"a/b.html", "a/b.html", "b.html"},
        {"a/b.html", "a/b.html.html#part", "b.html.html#part"},
        {"a/b.html", "a/b/c.html#d/e", "b/c.html#d/e"},
        {"ab/c.html", "ac/c.html", "../ac/c.html"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++)
        assert_string_equal(url_relative(&arena, cases[i][0], cases[i][1]).address, cases[i][2]);
}

static void a_base_address_is_joined_with_one_slash(void **state)
{
    (void)state;
    struct url url;
    assert_true(url_absolute(&arena, "https://example.org/c", "index.html", &url));
    assert_string_equal(url.address, "https://example.org/c/index.html");
    assert_true(url_absolute(&arena, "https://example.org/c/", "a/b.html", &url));
    assert_string_equal(url.address, "https://example.org/c/a/b.html");
    assert_false(url_absolute(&arena, "", "index.html", &url));
    assert_false(url_absolute(&arena, "mailto:a@example.org", "index.html", &url));
    assert_false(url_absolute(&arena, "ftp://example.org/", "index.html", &url));
}

static void a_case_is_named_under_the_base_address_or_from_the_root(void **state)
{
    (void)state;
    assert_string_equal(url_case(&arena, "https://example.org/c", "barbers"),
                        "https://example.org/c/case-studies/barbers.html");
    assert_string_equal(url_case(&arena, "", "barbers"), "case-studies/barbers.html");
    assert_string_equal(url_case(&arena, "javascript:x", "barbers"), "case-studies/barbers.html");
}

static void a_text_becomes_an_address_that_holds_nothing_but_itself(void **state)
{
    (void)state;
    static const char prefix[] = "data:text/plain;charset=utf-8,";
    static const char *const cases[][2] = {
        {"", ""},
        {"TY  - JOUR\r\n", "TY%20%20-%20JOUR%0D%0A"},
        {"a=b&c#d\"e'<f>", "a=b%26c%23d%22e%27%3Cf%3E"},
        {"100 %", "100%20%25"},
        {"~_.-@,:/;()!*$+?", "~_.-@,:/;()!*$+?"},
        {"é", "%C3%A9"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const char *address = url_data(&arena, cases[i][0]).address;
        assert_memory_equal(address, prefix, sizeof prefix - 1);
        assert_string_equal(address + sizeof prefix - 1, cases[i][1]);
    }
}

static void what_an_address_cannot_hold_is_encoded(void **state)
{
    (void)state;
    struct url base;
    assert_string_equal(url_mail(&arena, "a b@example.org?cc=x").address, "mailto:a%20b@example.org%3Fcc%3Dx");
    assert_string_equal(url_doi(&arena, "10.1000/(ab)<c>").address, "https://doi.org/10.1000/(ab)%3Cc%3E");
    assert_true(url_allow(&arena, "https://git.example/o/r/", &base));
    assert_string_equal(url_under(&arena, base, "/edit/main/a b.md").address,
                        "https://git.example/o/r/edit/main/a%20b.md");
    struct url one = url_query(&arena, base, "title", "a&b");
    assert_string_equal(one.address, "https://git.example/o/r/?title=a%26b");
    assert_string_equal(url_query(&arena, one, "c", "é").address, "https://git.example/o/r/?title=a%26b&c=%C3%A9");
}

static void a_word_is_an_address_or_a_mailbox_or_neither(void **state)
{
    (void)state;
    static const struct {
        const char *word;
        const char *address; /* NULL: none */
    } cases[] = {
        {"https://example.org/a", "https://example.org/a"},
        {"team@board.example", "mailto:team@board.example"},
        {"javascript:alert(1)@x", "mailto:javascript%3Aalert%281%29@x"},
        {"two words@board.example", "mailto:two%20words@board.example"},
        {"team", NULL},
        {"@board", NULL},
        {"team@", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct url url = {NULL};
        assert_int_equal(url_of_word(&arena, cases[i].word, &url), cases[i].address != NULL);
        if (cases[i].address)
            assert_string_equal(url.address, cases[i].address);
    }
}

static void a_path_goes_behind_an_address_with_one_slash(void **state)
{
    (void)state;
    assert_string_equal(url_under(&arena, (struct url){"https://a.example//"}, "/b c").address,
                        "https://a.example/b%20c");
    assert_string_equal(url_under(&arena, (struct url){"https://a.example"}, "/\x7f<\"").address,
                        "https://a.example/%7F%3C%22");
    assert_string_equal(url_under(&arena, (struct url){"///"}, "/b").address, "/b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_three_schemes_are_allowed),
        cmocka_unit_test(an_address_says_whose_page_it_is),
        cmocka_unit_test(links_are_relative_and_name_the_file),
        cmocka_unit_test(a_base_address_is_joined_with_one_slash),
        cmocka_unit_test(a_case_is_named_under_the_base_address_or_from_the_root),
        cmocka_unit_test(a_text_becomes_an_address_that_holds_nothing_but_itself),
        cmocka_unit_test(what_an_address_cannot_hold_is_encoded),
        cmocka_unit_test(a_word_is_an_address_or_a_mailbox_or_neither),
        cmocka_unit_test(a_path_goes_behind_an_address_with_one_slash),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
