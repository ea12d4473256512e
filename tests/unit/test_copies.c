#include "indexer/content/copies.h"

#include <string.h>
#include <time.h>

#include "indexer/content/codes.h"
#include "indexer/content/source.h"
#include "indexer/content/value.h"
#include "tests/unit/unit.h"

/* Case studies that are made here, and what is said of them. Names and figures are invented. */
struct shelf {
    struct arena arena;
    struct prints prints;
    struct diagnostics diagnostics;
};

static const char text[] =
    "The surgery stood on a hill, and the bus went there twice a day, so that people without a car came late or not "
    "at all. Nurses went to the market on Tuesdays with a folding table, measured whoever sat down, and wrote to the "
    "surgery when a figure was high. In the second year the stall holders asked for a room behind the fish hall.";

static void put(struct shelf *shelf, const char *id, const char *front, const char *body, bool told)
{
    const char *source = arena_format(&shelf->arena, "---\n%s\n---\n%s\n", front, body);
    struct value_reader reader = {&shelf->arena, NULL, NULL};
    struct case_study study = {.id = id, .path = arena_format(&shelf->arena, "%s.md", id)};
    study.source = source_read(&shelf->arena, source, strlen(source), NULL, NULL);
    assert_non_null(study.source.front);
    values_read(&reader, case_fields, CASE_FIELDS, study.source.front, study.fields);
    prints_add(&shelf->arena, &shelf->prints, &study, told, true);
}

/* "file: message" for each, or "" */
static void says(struct shelf *shelf, const char *expected)
{
    struct text out = {0};
    copies_check(&shelf->arena, &shelf->prints, &shelf->diagnostics);
    for (size_t i = 0; i < shelf->diagnostics.count; i++)
        text_format(&out, "%s:%zu: %s\n", shelf->diagnostics.items[i].path, shelf->diagnostics.items[i].place.line,
                    shelf->diagnostics.items[i].message);
    assert_string_equal(text_string(&out), expected);
    text_free(&out);
    diagnostics_free(&shelf->diagnostics);
    arena_free(&shelf->arena);
}

static const char full[] = "title: Checks at the market\nsummary: Few came. Nurses went out. More came.\n"
                           "contact: {role: The team, email: team@market.example}\n"
                           "outcomes:\n  - {measure: Checks, baseline: 12, after: 340}";

static void an_untouched_copy_is_told_once(void **state)
{
    (void)state;
    struct shelf shelf = {0};
    put(&shelf, "a-copy", full, text, true);
    put(&shelf, "market", full, text, false);
    says(&shelf, "a-copy.md:2: the title, summary, figures, text and contact are the same as in \"market\"\n");
}

static void what_is_still_the_same_is_named(void **state)
{
    (void)state;
    struct shelf shelf = {0};
    put(&shelf, "market", full, text, true);
    put(&shelf, "shops",
        "title: Checks in shops\nsummary: Another one.\ncontact: {role: Us, email: Team@Market.example}\n"
        "outcomes:\n  - {measure: Checks, baseline: 12, after: 340}",
        "All of this is new.", true);
    says(&shelf, "shops.md:6: the figures and contact are the same as in \"market\"\n");
}

static void of_two_the_one_published_later_is_told(void **state)
{
    (void)state;
    struct shelf shelf = {0};
    put(&shelf, "a", "title: One title of both\npublished: 2024-05-02", "x", true);
    put(&shelf, "b", "title: One TITLE of both\npublished: 2024-05-01", "y", true);
    says(&shelf, "a.md:2: the title is the same as in \"b\"\n");
}

static void texts_that_go_on_alike_are_found(void **state)
{
    (void)state;
    struct shelf shelf = {0};
    put(&shelf, "a", "title: This one", text, false);
    put(&shelf, "b", "title: That one",
        arena_format(&shelf.arena, "Some words before it. %.*s And behind it.", 300, text), true);
    put(&shelf, "c", "title: The third",
        "Nurses went to the market, too, but this text says something else in every other sentence, about the boats, "
        "about the school on the island, and about the two fishermen who began to bring their brothers along.",
        true);
    says(&shelf, "b.md:4: the text is the same as in \"a\"\n");
}

static void what_may_be_the_same_is_not_told(void **state)
{
    (void)state;
    struct shelf shelf = {0};
    put(&shelf, "market", full, text, true);
    put(&shelf, "contact", "title: By the same team\ncontact: {role: The team, email: team@market.example}", "x", true);
    put(&shelf, "again", arena_format(&shelf.arena, "%s\nreplaces: [market]", full), text, true);
    put(&shelf, "one-figure", "title: One\noutcomes:\n  - {measure: Deaths, after: 0}", "y", true);
    put(&shelf, "one-too", "title: One too\noutcomes:\n  - {measure: Deaths, after: 0}", "z", true);
    put(&shelf, "empty", "place: Leeds", "", true);
    put(&shelf, "empty-too", "place: York", "", true);
    says(&shelf, "");
}

/* Ten thousand cases, and as many copies of one: no more than some seconds of the processor. */
static void many_are_compared_in_little_time(void **state)
{
    (void)state;
    struct shelf shelf = {0};
    put(&shelf, "market", full, text, true);
    struct print first = shelf.prints.items[0];
    for (size_t i = 0; i < 20000; i++) {
        struct print print = first;
        print.id = arena_format(&shelf.arena, "case-%zu", i);
        for (size_t j = 0; i % 2 && j < PRINT_SAMPLES; j++)
            print.samples[j] += (uint32_t)(i * 2654435761U + j);
        print.told = false;
        shelf.prints.items = arena_grow(&shelf.arena, shelf.prints.items, shelf.prints.count, &shelf.prints.capacity,
                                        sizeof *shelf.prints.items);
        shelf.prints.items[shelf.prints.count++] = print;
    }
    clock_t start = clock();
    copies_check(&shelf.arena, &shelf.prints, &shelf.diagnostics);
    assert_true(seconds_since(start) < 2);
    assert_int_equal(shelf.diagnostics.count, 1);
    diagnostics_free(&shelf.diagnostics);
    arena_free(&shelf.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_untouched_copy_is_told_once),         cmocka_unit_test(what_is_still_the_same_is_named),
        cmocka_unit_test(of_two_the_one_published_later_is_told), cmocka_unit_test(texts_that_go_on_alike_are_found),
        cmocka_unit_test(what_may_be_the_same_is_not_told),       cmocka_unit_test(many_are_compared_in_little_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
