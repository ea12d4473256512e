#include "catalogue/draft/read/markdown_escape.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <cmark.h>

#include "tests/unit/unit.h"

/* What a reader of Markdown makes of it: the words of the page, without the tags. */
static void assert_shows(const char *markdown, const char *words)
{
    char *html = cmark_markdown_to_html(markdown, strlen(markdown), CMARK_OPT_DEFAULT);
    struct text shown = {0};
    static const struct {
        const char *entity;
        char character;
    } entities[] = {{"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&quot;", '"'}};
    for (const char *at = html; *at; at++) {
        bool is_entity = false;
        for (size_t i = 0; i < COUNT_OF(entities) && !is_entity; i++)
            if (strncmp(at, entities[i].entity, strlen(entities[i].entity)) == 0) {
                text_char(&shown, entities[i].character);
                at += strlen(entities[i].entity) - 1;
                is_entity = true;
            }
        if (*at == '<')
            at = strchr(at, '>');
        else if (!is_entity && *at != '\n')
            text_char(&shown, *at);
    }
    assert_string_equal(text_string(&shown), words);
    text_free(&shown);
    free(html);
}

static void escape(struct text *out, const char *words, char before)
{
    text_clear(out);
    markdown_escape(out, words, strlen(words), before);
}

static void only_what_would_be_read_as_a_mark_is_escaped(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"a_b_c", "a_b_c"},
        {"_a_", "\\_a\\_"},
        {"_1", "\\_1"},
        {"1_é_1", "1_é_1"},
        {"*a* [b] `c` \\", "\\*a\\* \\[b\\] \\`c\\` \\\\"},
        {"a < b <c </d <!e <?f <", "a < b \\<c \\</d \\<!e \\<?f <"},
        {"R&D; &pound;5 &#163; & &; &amp", "R\\&D; \\&pound;5 \\&#163; & &; &amp"},
        {"&a234567890123456789012345678901234;", "&a234567890123456789012345678901234;"},
        {"&a b;", "&a b;"},
        {"~5 a~b ~~c~~", "~5 a~b \\~\\~c\\~\\~"},
    };
    struct text out = {0};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        escape(&out, cases[i][0], '\0');
        assert_string_equal(text_string(&out), cases[i][1]);
        assert_shows(text_string(&out), cases[i][0]);
    }
    escape(&out, "_b", 'a');
    assert_string_equal(text_string(&out), "_b");
    escape(&out, "_b", ' ');
    assert_string_equal(text_string(&out), "\\_b");
    escape(&out, "~b", '~');
    assert_string_equal(text_string(&out), "\\~b");
    text_free(&out);
}

static void a_line_begins_with_its_own_words(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"# no heading", "\\# no heading"},
        {"#hashtag", "#hashtag"},
        {"#", "\\#"},
        {"## no heading", "\\## no heading"},
        {"> said", "\\> said"},
        {">said", "\\>said"},
        {"- a point", "\\- a point"},
        {"-5 degrees", "-5 degrees"},
        {"--", "\\--"},
        {"---", "\\---"},
        {"+ a point", "\\+ a point"},
        {"+44", "+44"},
        {"=", "\\="},
        {"| a", "\\| a"},
        {"1. first", "1\\. first"},
        {"2) second", "2\\) second"},
        {"3.", "3\\."},
        {"1.5 million", "1.5 million"},
        {"2024", "2024"},
        {"12 men", "12 men"},
        {"plain", "plain"},
        {"", ""},
    };
    struct text out = {0};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        text_clear(&out);
        markdown_escape_line(&out, cases[i][0], strlen(cases[i][0]));
        assert_string_equal(text_string(&out), cases[i][1]);
        assert_shows(text_string(&out), cases[i][0]);
    }
    text_free(&out);
}

static void a_bullet_of_a_word_processor_is_known(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        const char *rest; /* NULL: no bullet */
    } cases[] = {
        {"\u2022 point", "point"},
        {"\u00b7\t point", "point"},
        {"\uf0b7point", "point"},
        {"\u25cf  ", ""},
        {"\u2022", NULL},
        {"point", NULL},
        {"", NULL},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        size_t mark = markdown_bullet(cases[i].line, strlen(cases[i].line));
        if (cases[i].rest)
            assert_string_equal(cases[i].line + mark, cases[i].rest);
        else
            assert_int_equal(mark, 0);
    }
}

static void an_address_ends_where_it_ends(void **state)
{
    (void)state;
    struct text out = {0};
    markdown_escape_address(&out, "https://a.example/b (c)<d>\\[e]\"f\n#g");
    assert_string_equal(text_string(&out), "https://a.example/b%20%28c%29%3Cd%3E%5C%5Be%5D%22f%0A#g");
    text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_would_be_read_as_a_mark_is_escaped),
        cmocka_unit_test(a_line_begins_with_its_own_words),
        cmocka_unit_test(a_bullet_of_a_word_processor_is_known),
        cmocka_unit_test(an_address_ends_where_it_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
