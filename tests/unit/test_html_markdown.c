#include "catalogue/draft/read/html_markdown.h"

#include <string.h>

#include "catalogue/draft/read/document_text.h"
#include "tests/unit/unit.h"

static void becomes(const char *html, const char *expected)
{
    struct arena arena = {0};
    struct left_out left_out = {0};
    const struct html_tree tree = html_tree_read(&arena, html, strlen(html));
    assert_string_equal(html_markdown(&arena, &tree, &left_out), expected);
    arena_free(&arena);
}

static void leaves_out(const char *html, const char *why, const char *words)
{
    struct arena arena = {0};
    struct left_out left_out = {0};
    const struct html_tree tree = html_tree_read(&arena, html, strlen(html));
    html_markdown(&arena, &tree, &left_out);
    assert_int_equal(left_out.count, 1);
    assert_string_equal(left_out.items[0].why, why);
    assert_string_equal(left_out.items[0].words, words);
    arena_free(&arena);
}

static void parts_become_those_of_markdown(void **state)
{
    (void)state;
    becomes("<h2>The <b>need</b></h2><p>Men\n  did   not come.</p>", "## The need\n\nMen did not come.\n");
    becomes("<ul><li>Tea<li>Time<ol><li>one</ol></ul>", "- Tea\n- Time\n  1. one\n");
    becomes("<blockquote><p>So</blockquote>then", "> So\n\nthen\n");
    becomes("one<br>two", "one\n\ntwo\n");
    becomes("<p><b>Results</b></p>", "**Results**\n");
    becomes("<p>&middot;&nbsp;&nbsp; Tea</p><p>&middot; Time</p>", "- Tea\n- Time\n");
}

static void links_keep_their_address(void **state)
{
    (void)state;
    becomes("<a href='https://a.example/b c(d)'>The plan</a>.", "[The plan](https://a.example/b%20c%28d%29).\n");
    becomes("<a href=https://a.example/>https://a.example/</a>", "<https://a.example/>\n");
    becomes("<a href=plan.pdf>The plan</a>", "The plan (address: plan.pdf)\n");
    becomes("<a href='mailto:team@a.example?subject=x'>us</a>", "us (team@a.example)\n");
    becomes("rose<sup><a href='#fn1'>1</a></sup>", "rose (note 1)\n");
}

static void pictures_and_films_are_named(void **state)
{
    (void)state;
    becomes("<img src='a/b.png' alt='A shop'>", "(picture: A shop, b.png)\n");
    becomes("<img src='data:image/png;base64,AAAA'>", "(picture)\n");
    becomes("<iframe src='https://v.example/1'></iframe>", "(embedded: <https://v.example/1>)\n");
}

static void forms_become_sections(void **state)
{
    (void)state;
    becomes("<table><caption>Our form</caption><tr><td><b>Background</b><td><p>Cold.<p>&middot; one"
            "<tr><td>What did you do?<td>We went.</table>x",
            "Our form\n\n## Background\n\nCold.\n\n- one\n\n## What did you do?\n\nWe went.\n\n##\n\n\nx\n");
    leaves_out("<table><tr><td>Background<td>Cold.<tr><td>Results<td>Warm.<tr><td>Costs<td> </table>",
               "a question without an answer", "Costs");
}

static void tables_become_lists(void **state)
{
    (void)state;
    becomes("<table><tr><th>Year<th>Checks<tr><td>2018<td>300</table>", "- Year: 2018; Checks: 300\n");
    becomes("<table><tr><td>2018<td>300<tr><td>2019<td>400</table>", "- 2018: 300\n- 2019: 400\n");
    becomes("<table><tr><td><h2>Results</h2><p>Good.</table>", "## Results\n\nGood.\n");
    becomes("<table><tr><td><p>All</p><p>in one</p></table>", "All\n\nin one\n");
}

static void what_is_typed_is_shown(void **state)
{
    (void)state;
    becomes("<p>5 * 3 [a] &lt;b&gt; a_b _c_ &amp;amp; `x`", "5 \\* 3 \\[a\\] \\<b> a_b \\_c\\_ \\&amp; \\`x\\`\n");
    becomes("<p># one<p>1. two<p>- three<p>+44", "\\# one\n\n1\\. two\n\n\\- three\n\n+44\n");
    becomes("a < b and <5%", "a < b and <5%\n");
    becomes("&pound;5 &#8211; &#x2019; &#150; &nope; &", "£5 – ’ – \\&nope; &\n");
}

static void what_is_not_the_text_is_told(void **state)
{
    (void)state;
    leaves_out("<nav><a href=/>Home</a> <a href=/x>News</a></nav><p>x", "navigation", "Home News");
    leaves_out("<div class='cookie-banner'>We use <b>cookies</b></div>x", "a banner about cookies", "We use cookies");
    leaves_out("Before<main>x</main>behind", "what stands around the main part of the page", "Before behind");
    leaves_out("<p hidden>Later</p>x", "what the page hides", "Later");
}

static void reads(const char *data, size_t size, const char *expected, const char *read_as)
{
    struct arena arena = {0};
    const struct document_text text = document_text(&arena, data, size);
    assert_string_equal(text.data, expected);
    assert_int_equal(text.size, strlen(expected));
    assert_true(read_as ? text.read_as && strcmp(text.read_as, read_as) == 0 : !text.read_as);
    arena_free(&arena);
}

#define READS(data, expected, read_as) reads(data, sizeof(data) - 1, expected, read_as)

static void any_encoding_becomes_utf8(void **state)
{
    (void)state;
    READS("\xEF\xBB\xBF"
          "a\r\nb\rc\0\x1b",
          "a\nb\nc  ", NULL);
    READS("a\xE2\x80\xA8"
          "b\xE2\x80\xA9"
          "c",
          "a\nb\nc", NULL);
    READS("\x93"
          "a\x94 \xA3"
          "5",
          "\u201ca\u201d £5", "Windows-1252");
    READS("\xFF\xFE"
          "a\0\x3d\xd8\x00\xde",
          "a\U0001F600", "UTF-16");
    READS("\xFE\xFF\0a\xd8\x3d", "a\uFFFD", "UTF-16");
    READS("\xFF\xFE"
          "ab\0",
          "\u6261\uFFFD", "UTF-16");
}

static void broken_html_is_read_on(void **state)
{
    (void)state;
    becomes("<p>one</b></i></p></div>two", "one\n\ntwo\n");
    becomes("<!-- open <p>one", "one\n");
    becomes("<script>one", "one\n");
    becomes("<p title=\"open>one</p>two", "one\n\ntwo\n");
    becomes("one <b", "one <b\n");
    becomes("", "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_become_those_of_markdown), cmocka_unit_test(links_keep_their_address),
        cmocka_unit_test(pictures_and_films_are_named),   cmocka_unit_test(tables_become_lists),
        cmocka_unit_test(forms_become_sections),          cmocka_unit_test(what_is_typed_is_shown),
        cmocka_unit_test(what_is_not_the_text_is_told),   cmocka_unit_test(broken_html_is_read_on),
        cmocka_unit_test(any_encoding_becomes_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
