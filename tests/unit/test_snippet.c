/* The words that show why a case was found. */
#include "tests/unit/golden_index.h"

#include <string.h>

#include "search-cli/snippet.h"

#include "search-cli/plan_make.h"

static struct arena arena;
static struct tokenizer *tokenizer;
static struct plan plan;
static struct collected collected;

static int open_all(void **state)
{
    if (golden_open(state))
        return -1;
    tokenizer = tokenizer_open(golden_index);
    return tokenizer ? 0 : -1;
}

static int close_all(void **state)
{
    collected_free(&collected);
    tokenizer_close(tokenizer);
    arena_free(&arena);
    return golden_close(state);
}

static struct ranking ranking_of(const char *text)
{
    struct query query = query_parse(&arena, text, strlen(text));
    plan = plan_make(golden_index, tokenizer, &arena, &query);
    collected_free(&collected);
    collect(golden_index, plan.leaves, plan.leaf_count, 1, &collected);
    return rank_prepare(golden_index, &arena, &plan, &collected);
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
    const char *copy = arena_string(&arena, text_string(&out));
    text_free(&out);
    return copy;
}

static void check_mark(const char *query, const char *text, const char *expected)
{
    struct ranking ranking = ranking_of(query);
    struct marked marked = snippet_mark(tokenizer, &arena, &ranking, text);
    assert_string_equal(shown(&marked), expected);
}

static void check_make(const char *query, const char *summary, const char *body, const char *expected)
{
    const char *texts[TEXT_COLUMNS] = {"", summary, "", body};
    struct ranking ranking = ranking_of(query);
    struct marked marked = snippet_make(tokenizer, &arena, &ranking, texts);
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
    struct marked marked = snippet_make(tokenizer, &arena, &ranking, texts);
    assert_int_equal(strncmp(marked.text, "\xe2\x80\xa6", 3), 0);
    assert_string_equal(marked.text + strlen(marked.text) - 3, "\xe2\x80\xa6");
    assert_int_equal(marked.count, 1);
    assert_int_equal(strncmp(marked.text + marked.marks[0].start, "barber", 6), 0);
    text_free(&body);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_the_telling_part),
        cmocka_unit_test(test_cut_ends_are_shown),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
