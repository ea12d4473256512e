/* The words of scripts, as they are sent. */
#include "tests/unit/unit.h"

#include <string.h>

#include "catalogue/site/theme/script_words.h"
#include "indexer/base/phrases.h"

static void assert_sent(const char *js, const char *sent)
{
    struct text out = {0};
    script_words_add(&out, js, strlen(js));
    assert_string_equal(text_string(&out), sent);
    text_free(&out);
}

static void in_english_a_script_says_what_it_says(void **state)
{
    (void)state;
    assert_sent("tell(say('Copied.'));", "tell('Copied.');");
    assert_sent("say('%s cases',count)", "say('%s cases',count)");
}

static void a_phrase_is_sent_in_the_language_in_use(void **state)
{
    static struct phrase items[] = {
        {"%s cases", "%s achos"},
        {"Copied.", "Wedi'i \"gopïo\" < \\ </script>"},
        {"It's there", "Mae yno"},
    };
    (void)state;
    phrases_use(&(struct phrases){items, sizeof items / sizeof *items});
    assert_sent("say('%s cases', count)", "say('%s achos', count)");
    assert_sent("a=say('Copied.')+1", "a='Wedi\\'i \"gopïo\" < \\\\ \\x3c/script>'+1");
    assert_sent("say('It\\'s there')", "'Mae yno'");
    assert_sent("say(\"It's there\")", "\"Mae yno\"");
    phrases_use(NULL);
}

static void what_is_no_whole_phrase_stays(void **state)
{
    static const char *const others[] = {"say(phrase)",
                                         "function say(phrase){}",
                                         "essay('Copied.')",
                                         "of.say('Copied.')",
                                         "say('cut",
                                         "say('cut\\",
                                         "say(",
                                         "say"};
    (void)state;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_sent(others[i], others[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_english_a_script_says_what_it_says),
        cmocka_unit_test(a_phrase_is_sent_in_the_language_in_use),
        cmocka_unit_test(what_is_no_whole_phrase_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
