/* The words that show why a case was found. */
#include "tests/unit/golden_words.h"

#include <string.h>

#include "search-cli/snippet.h"

#include "search-cli/plan_make.h"

static struct plan plan;
static struct collected collected;

static int close_all(void **state)
{
    collected_free(&collected);
    return golden_words_close(state);
}

static struct ranking ranking_of(const char *text)
{
    struct query query = query_parse(&golden_arena, text, strlen(text));
    plan = plan_make(golden_index, golden_tokenizer, &golden_arena, &query);
    collected_free(&collected);
    collect(golden_index, plan.leaves, plan.leaf_count, 1, &collected);
    return rank_prepare(golden_index, &golden_arena, &plan, &collected);
}

/* A marked text with its marks as brackets. */
static const char *shown(const struct marked *marked)
{
    struct text out = {0};
    size_t at = 0;
    for (size_t i = 0; i < marked->count; i++) {
        text_append(&out, marked->text + at, marked->marks[i].start - at);
        text_format(&out, "[%.*s]", (int)marked->marks[i].size, marked->text + marked->marks[i].start);
        at = marked->marks[i].start + marked->marks[i].size;
    }
    text_add(&out, marked->text + at);
    const char *copy = arena_string(&golden_arena, text_string(&out));
    text_free(&out);
    return copy;
}

static void check_mark(const char *query, const char *text, const char *expected)
{
    struct ranking ranking = ranking_of(query);
    struct marked marked = snippet_mark(golden_tokenizer, &golden_arena, &ranking, text);
    assert_string_equal(shown(&marked), expected);
}

static void check_make(const char *query, const char *summary, const char *body, const char *expected)
{
    const char *texts[TEXT_COLUMNS] = {"", summary, "", body};
    struct ranking ranking = ranking_of(query);
    struct marked marked = snippet_make(golden_tokenizer, &golden_arena, &ranking, texts);
    assert_string_equal(shown(&marked), expected);
}

static void test_marks(void **state)
{
    (void)state;
    check_mark("barber", "The barber and other Barbers", "The [barber] and other [Barbers]");
    check_mark("\"blood pressure\"", "Blood pressure, not pressure on blood",
               "[Blood] [pressure], not pressure on blood");
    check_mark("barb*", "barbs of a barbed barb", "[barbs] of a [barbed] [barb]");
    check_mark("bp", "Blood pressure or BP", "[Blood] [pressure] or [BP]");
    check_mark("nurse -barber", "A barber and a nurse", "A barber and a [nurse]");
    check_mark("barbér", "The Bárber, and b\xC3\xA0rbers", "The [Bárber], and [b\xC3\xA0rbers]");
    check_mark("barber", "", "");
    check_mark("", "A barber", "A barber");
}

static void test_the_telling_part(void **state)
{
    (void)state;
    check_make("barbers", "Checks rose. It was for men.", "One thing. Barbers did it.\nAnother.", "[Barbers] did it.");
    check_make("nothing", "Checks rose. It was for men.", "Barbers did it.", "Checks rose. It was for men.");
    check_make("", "Checks rose.", "Barbers did it.", "Checks rose.");
    check_make("nurse council", "A nurse came.", "First.\nA nurse and the council came.",
               "A [nurse] and the [council] came.");
    /* What is no sentence tells little alone. */
    check_make("nurse council barber", "A nurse came. All was well.", "First.\nNurse, council, barber\nMore.",
               "[Nurse], [council], [barber] \xe2\x80\xa6 A [nurse] came. All was well.");
    check_make("council", "", "First.\nThe council\nMore.", "The [council]");
}

static void test_cut_ends_are_shown(void **state)
{
    (void)state;
    struct text body = {0};
    for (int i = 0; i < 30; i++)
        text_add(&body, "word ");
    text_add(&body, "barber");
    for (int i = 0; i < 60; i++)
        text_add(&body, " word");
    const char *texts[TEXT_COLUMNS] = {"", "", "", body.data};
    struct ranking ranking = ranking_of("barber");
    struct marked marked = snippet_make(golden_tokenizer, &golden_arena, &ranking, texts);
    assert_int_equal(strncmp(marked.text, "\xe2\x80\xa6", 3), 0);
    assert_string_equal(marked.text + strlen(marked.text) - 3, "\xe2\x80\xa6");
    assert_int_equal(marked.count, 1);
    assert_int_equal(strncmp(marked.text + marked.marks[0].start, "barber", 6), 0);
    text_free(&body);
}

/* `count` filling words, then a text. */
static const char *after_words(int count, const char *text)
{
    struct text out = {0};
    for (int i = 0; i < count; i++)
        text_add(&out, "word ");
    text_add(&out, text);
    const char *copy = arena_string(&golden_arena, text_string(&out));
    text_free(&out);
    return copy;
}

static const char *made(const char *query, const char *body)
{
    const char *texts[TEXT_COLUMNS] = {"", "", "", body};
    struct ranking ranking = ranking_of(query);
    struct marked marked = snippet_make(golden_tokenizer, &golden_arena, &ranking, texts);
    return shown(&marked);
}

/* A text has a figure whole, with nothing of it left beside, or not at all. */
static void check_whole(const char *figure, const char *text)
{
    struct text rest = {0};
    const char *whole = strstr(text, figure);
    text_append(&rest, text, whole ? (size_t)(whole - text) : strlen(text));
    text_add(&rest, whole ? whole + strlen(figure) : "");
    if (strpbrk(text_string(&rest), "0123456789$%"))
        fail_msg("%s is cut: %s", figure, text);
    text_free(&rest);
}

/* Whichever word a passage begins or ends with. */
static void test_figures_are_never_cut(void **state)
{
    (void)state;
    static const char *const figures[] = {
        "47,768",
        "24.5%",
        "\u00a31.2 million",
        "95% CI 0.49 to 0.69",
        "1 200",
        "1 in 5",
        "12 out of 30",
        "9.8 per cent",
        "from 11.6% to 22%",
        "between 5 and 7",
        "2019\u20132021",
        "$3bn",
        "24/7",
        "1.2\xc2\xa0million",
        "(95% confidence interval 0.49-0.69)",
    };
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        for (int before = 0; before < 50; before++) {
            const char *behind = arena_format(&golden_arena, "%s %s", figures[i], after_words(before, "barber"));
            check_whole(figures[i], made("barber", after_words(30, behind)));
            const char *ahead =
                arena_format(&golden_arena, "%s %s", after_words(before, figures[i]), after_words(40, ""));
            check_whole(figures[i], made("barber", arena_format(&golden_arena, "barber %s", ahead)));
        }
    check_mark("768", "in 47,768 visits", "in 47,[768] visits");
    check_mark("47,768", "in 47,768 visits", "in [47,768] visits");
}

static void test_sentences(void **state)
{
    (void)state;
    const char *far = after_words(60, "");
    const char *sentence = "In fourteen shops of the two wards that were chosen men met a barber. ";
    assert_string_equal(made("barber", arena_format(&golden_arena, "%sEnd. %s%s", far, sentence, "Then more.")),
                        "In fourteen shops of the two wards that were chosen men met a [barber]. Then more.");
    assert_string_equal(made("barber", "Men of St. Helens, e.g. those of Dr. Smith, met a barber."),
                        "Men of St. Helens, e.g. those of Dr. Smith, met a [barber].");
    assert_string_equal(
        made("barber nurse pharmacy", arena_format(&golden_arena, "A barber came.\nThe nurse, the barber and %s",
                                                   "the pharmacy.\nThe nurse and the barber.")),
        "The [nurse], the [barber] and the [pharmacy].");
}

static void test_a_summary_is_whole(void **state)
{
    (void)state;
    const char *summary = arena_format(&golden_arena, "%sA barber came. %sIn the end it had no effect.",
                                       after_words(40, ""), after_words(20, ""));
    check_make("", summary, "Another text.", summary);
    const char *texts[TEXT_COLUMNS] = {"", summary, "", "A barber came."};
    struct ranking ranking = ranking_of("barber");
    struct marked marked = snippet_make(golden_tokenizer, &golden_arena, &ranking, texts);
    assert_string_equal(marked.text, summary);
    check_make("barber nurse", summary, "A nurse met the barber.", "A [nurse] met the [barber].");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_the_telling_part),
        cmocka_unit_test(test_figures_are_never_cut),
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_a_summary_is_whole),
        cmocka_unit_test(test_cut_ends_are_shown),
    };
    return cmocka_run_group_tests(tests, golden_words_open, close_all);
}
