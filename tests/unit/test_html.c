#include "catalogue/site/frame/html.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/unit.h"

static struct text out;
static struct html html;

static int start(void **state)
{
    (void)state;
    text_clear(&out);
    html = html_piece(&out);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    text_free(&out);
    return 0;
}

static void text_is_escaped(void **state)
{
    (void)state;
    html_element(&html, HTML_B, NULL, "<script>alert(\"1 & 2\")</script>");
    assert_string_equal(text_string(&out), "<b>&lt;script&gt;alert(\"1 &amp; 2\")&lt;/script&gt;</b>");
}

static void attributes_are_escaped_too(void **state)
{
    (void)state;
    html_open(&html, HTML_B);
    html_attribute(&html, "xml:lang", "en-GB");
    html_attribute(&html, "data-n1", "");
    html_attribute(&html, "title", "\" onclick=\"x\" <&>");
    html_close(&html, HTML_B);
    assert_string_equal(text_string(&out),
                        "<b xml:lang=\"en-GB\" data-n1=\"\" title=\"&quot; onclick=&quot;x&quot; &lt;&amp;&gt;\"></b>");
}

static void what_is_no_text_is_replaced(void **state)
{
    (void)state;
    html_text(&html, "\x7f");
    assert_string_equal(text_string(&out), "\xEF\xBF\xBD");
    text_clear(&out);
    html_text(&html, "a\xff"
                     "b\x01"
                     "c\xe2\x80\xae"
                     "d");
    assert_string_equal(text_string(&out), "a\xEF\xBF\xBD"
                                           "b\xEF\xBF\xBD"
                                           "c\xEF\xBF\xBD"
                                           "d");
}

static void formatted_text_is_escaped_as_a_whole(void **state)
{
    (void)state;
    html_format(&html, "%s < %d", "<a>", 2);
    assert_string_equal(text_string(&out), "&lt;a&gt; &lt; 2");
}

static void elements_without_content_are_not_closed(void **state)
{
    (void)state;
    html_open(&html, HTML_SPAN);
    html_open(&html, HTML_IMG);
    html_attribute(&html, "alt", "");
    html_open(&html, HTML_BR);
    html_text(&html, "x");
    html_close(&html, HTML_SPAN);
    html_end(&html);
    assert_string_equal(text_string(&out), "<span><img alt=\"\"><br>x</span>\n");
}

static void blocks_stand_on_lines_of_their_own(void **state)
{
    (void)state;
    html_open(&html, HTML_UL);
    html_element(&html, HTML_LI, "a", "one");
    html_element(&html, HTML_LI, NULL, "two");
    html_close(&html, HTML_UL);
    assert_string_equal(text_string(&out), "<ul>\n<li class=\"a\">one</li>\n<li>two</li>\n</ul>");
}

static void what_was_opened_since_a_mark_is_closed(void **state)
{
    (void)state;
    html_open(&html, HTML_DIV);
    struct html_mark mark = html_open(&html, HTML_SPAN);
    html_open(&html, HTML_B);
    html_open(&html, HTML_I);
    html_text(&html, "x");
    html_close_to(&html, mark);
    html_close(&html, HTML_DIV);
    html_end(&html);
    assert_string_equal(text_string(&out), "<div><span><b><i>x</i></b></span>\n</div>\n");
}

static void what_is_written_away_in_between_is_not_looked_at(void **state)
{
    (void)state;
    html_open(&html, HTML_DIV);
    html_text(&html, "much");
    text_clear(&out);
    html_close(&html, HTML_DIV);
    assert_string_equal(text_string(&out), "</div>");
}

static void no_two_elements_have_the_same_id(void **state)
{
    (void)state;
    static const char *const wanted[] = {"main", "notes", "main", "main", "main-2"};
    text_clear(&out);
    html = html_document(&out);
    assert_string_equal(html_free_id(&html, "main"), "main");
    for (size_t i = 0; i < COUNT_OF(wanted); i++) {
        html_open(&html, HTML_B);
        html_id(&html, wanted[i]);
        html_close(&html, HTML_B);
    }
    assert_string_equal(html_free_id(&html, "notes"), "notes-2");
    html_end(&html);
    assert_string_equal(text_string(&out), "<!DOCTYPE html><b id=\"main\"></b><b id=\"notes\"></b>"
                                           "<b id=\"main-2\"></b><b id=\"main-3\"></b><b id=\"main-2-2\"></b>\n");
}

static void scripts_styles_and_other_writers_html_go_in_as_they_are(void **state)
{
    (void)state;
    html_raw_script(&html, "a<b&&c");
    html_raw_style(&html, "a>b{}");
    html_open(&html, HTML_DIV);
    html_splice(&html, "<i>x</i>tail", 8);
    html_close(&html, HTML_DIV);
    assert_string_equal(text_string(&out), "<script>a<b&&c</script><style>a>b{}</style>\n<div><i>x</i>\n</div>");
}

static void addresses_come_from_url(void **state)
{
    (void)state;
    struct arena arena = {0};
    html_link(&html, url_relative(&arena, "a/b.html", "c.html"), "go");
    assert_string_equal(text_string(&out), "<a href=\"../c.html\">go</a>");
    arena_free(&arena);
}

static void rendered_markdown_goes_in_as_it_is(void **state)
{
    (void)state;
    html_open(&html, HTML_I);
    html_rendered(&html, (struct rendered){"<b>x</b>"});
    html_close(&html, HTML_I);
    assert_string_equal(text_string(&out), "<i><b>x</b></i>");
}

static void data_cannot_end_its_script(void **state)
{
    (void)state;
    html_data(&html, "application/ld+json", "{\"a\":\"</script><!--&\"}");
    assert_string_equal(text_string(&out), "<script type=\"application/ld+json\">"
                                           "{\"a\":\"\\u003c/script\\u003e\\u003c!--\\u0026\"}</script>");
}

static void numbers_are_short_and_plain(void **state)
{
    (void)state;
    html_open(&html, HTML_B);
    html_number(&html, "data-x", 12.5);
    html_flag(&html, "hidden");
    html_close(&html, HTML_B);
    assert_string_equal(text_string(&out), "<b data-x=\"12.5\" hidden></b>");
}

static void xml_has_no_elements_that_close_themselves(void **state)
{
    (void)state;
    text_clear(&out);
    html = html_xml(&out);
    html_open(&html, XML_LINK);
    html_text(&html, "a & b");
    html_close(&html, XML_LINK);
    html_end(&html);
    assert_string_equal(text_string(&out), "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<link>a &amp; b</link>\n");
}

static void a_document_begins_with_its_type(void **state)
{
    (void)state;
    text_clear(&out);
    html = html_document(&out);
    html_open(&html, HTML_HTML);
    html_close(&html, HTML_HTML);
    html_end(&html);
    assert_string_equal(text_string(&out), "<!DOCTYPE html>\n<html></html>\n");
}

#define TEST(name) cmocka_unit_test_setup(name, start)

static void addresses_among_words_are_links(void **state)
{
    (void)state;
    html_addresses(&html, "Write to team@board.example, or <https://board.example/ask>: javascript:x .: @");
    assert_string_equal(
        text_string(&out),
        "Write to <a href=\"mailto:team@board.example\">team@board.example</a>, or "
        "&lt;<a href=\"https://board.example/ask\">https://board.example/ask</a>&gt;: javascript:x .: @");
}

static void with_a_click(void)
{
    html_attribute(&html, "onclick", "x");
}

static void with_a_style(void)
{
    html_attribute(&html, "style", "x");
}

static void with_an_id_of_its_own(void)
{
    html_attribute(&html, "id", "x");
}

static void with_an_address_as_a_text(void)
{
    html_attribute(&html, "href", "javascript:x");
}

static void with_a_text_as_an_address(void)
{
    html_address(&html, "title", (struct url){"https://board.example"});
}

static void with_a_blank_in_a_name(void)
{
    html_attribute(&html, "a onclick", "x");
}

static void with_a_flag_that_is_none(void)
{
    html_flag(&html, "");
}

static void with_an_attribute_behind_its_text(void)
{
    html_text(&html, "x");
    html_attribute(&html, "title", "x");
}

static void with_an_id_in_what_is_no_document(void)
{
    html_id(&html, "x");
}

static void with_a_script_that_ends_early(void)
{
    html_raw_script(&html, "</script");
}

static void with_a_style_that_ends_early(void)
{
    html_raw_style(&html, "</style");
}

static void with_an_end_of_another(void)
{
    html_close(&html, HTML_I);
}

static void with_an_end_too_early(void)
{
    html_end(&html);
}

/* Whether the program ends rather than write that, in a process of its own. */
static bool is_refused(void (*write)(void))
{
    int status = 0;
    fflush(NULL);
    pid_t child = fork();
    if (!child) {
        setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
        dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
        write();
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

/* Whoever adds such a call meets it with the first page: nothing gets by the writer. */
static void what_no_page_may_have_cannot_be_written(void **state)
{
    (void)state;
    static void (*const writes[])(void) = {
        with_a_click,
        with_a_style,
        with_an_id_of_its_own,
        with_an_address_as_a_text,
        with_a_text_as_an_address,
        with_a_blank_in_a_name,
        with_a_flag_that_is_none,
        with_an_attribute_behind_its_text,
        with_an_id_in_what_is_no_document,
        with_a_script_that_ends_early,
        with_a_style_that_ends_early,
        with_an_end_of_another,
        with_an_end_too_early,
    };
    html_open(&html, HTML_B);
    for (size_t i = 0; i < COUNT_OF(writes); i++)
        if (!is_refused(writes[i]))
            fail_msg("number %zu is written", i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(text_is_escaped),
        TEST(attributes_are_escaped_too),
        TEST(what_is_no_text_is_replaced),
        TEST(formatted_text_is_escaped_as_a_whole),
        TEST(elements_without_content_are_not_closed),
        TEST(blocks_stand_on_lines_of_their_own),
        TEST(what_was_opened_since_a_mark_is_closed),
        TEST(what_is_written_away_in_between_is_not_looked_at),
        TEST(no_two_elements_have_the_same_id),
        TEST(scripts_styles_and_other_writers_html_go_in_as_they_are),
        TEST(addresses_come_from_url),
        TEST(addresses_among_words_are_links),
        TEST(rendered_markdown_goes_in_as_it_is),
        TEST(data_cannot_end_its_script),
        TEST(numbers_are_short_and_plain),
        TEST(xml_has_no_elements_that_close_themselves),
        TEST(a_document_begins_with_its_type),
        TEST(what_no_page_may_have_cannot_be_written),
    };
    return cmocka_run_group_tests(tests, NULL, stop);
}
