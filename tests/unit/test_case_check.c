/* Any text is checked at once, whatever it repeats: nothing takes a time that grows with its square. */

#include "indexer/content/case_check.h"

#include <string.h>
#include <time.h>

#include "indexer/base/text.h"
#include "indexer/content/case_parse.h"
#include "tests/unit/unit.h"

/* A file of the largest size takes half a second; what grew with the square of its size took a minute. */
enum { SIZE = 96 * 1024, SECONDS_MAX = 2 };

static const char front[] = "---\n"
                            "title: Barbers offer blood pressure checks\n"
                            "summary: Few men had their blood pressure checked. Barbers offered it. Checks rose.\n"
                            "---\n"
                            "## The need\n"
                            "\n"
                            "Men did not come.\n"
                            "\n"
                            "## What we did\n"
                            "\n";

static const char *const pieces[] = {"| a ",
                                     "| a | b |\n|---|---|\n",
                                     "[",
                                     "](",
                                     "[a][b]",
                                     "[a](b.md) ",
                                     "[a](#b) ",
                                     "[](https://a.uk) ",
                                     "(a)[https://",
                                     "\\[\\](",
                                     "[^1]",
                                     "&amp;",
                                     "**a ",
                                     "_a",
                                     "12 ",
                                     "0113 496 0000 ",
                                     "a@b.uk ",
                                     " (at) ",
                                     "a\u200d",
                                     "\u00ad",
                                     "\74b>",
                                     "\74!-- a -->",
                                     "\u2022 a\n",
                                     "a\tb\n",
                                     "##a\n",
                                     "### The need\n\n",
                                     "## Results\n\na\n\n",
                                     "a\n---\n",
                                     "    a\n",
                                     "> a\n",
                                     "==a==",
                                     "TODO ",
                                     "https://a.uk "};

static void repeat(struct text *text, const char *piece)
{
    text_clear(text);
    text_add(text, front);
    while (text->size < SIZE)
        text_add(text, piece);
    text_add(text, "\n\n## What changed\n\nMore men came.\n");
}

static void any_text_is_checked_at_once(void **state)
{
    (void)state;
    struct text text = {0};
    const struct vocabularies none = {0};
    const struct case_context context = {&none, NULL};
    for (size_t i = 0; i < COUNT_OF(pieces); i++) {
        struct arena arena = {0};
        struct diagnostics diagnostics = {0};
        repeat(&text, pieces[i]);
        clock_t start = clock();
        diagnostics_file(&diagnostics, "a.md", text_string(&text), text.size);
        const struct case_study *study = case_parse(&arena, "a.md", text_string(&text), text.size, &none, &diagnostics);
        case_check(&arena, study, &context, &diagnostics);
        if (seconds_since(start) >= SECONDS_MAX)
            fail_msg("slow: %s", pieces[i]);
        assert_true(diagnostics.errors > 0);
        diagnostics_free(&diagnostics);
        arena_free(&arena);
    }
    text_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(any_text_is_checked_at_once)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
