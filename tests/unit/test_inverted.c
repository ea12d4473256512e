/* The words with their places are those that FTS5 has, in the same order. */
#include "tests/unit/golden_index.h"

#include <sqlite3.h>
#include <string.h>

#include "indexer/base/text.h"
#include "indexer/index/inverted.h"
#include "indexer/index/search_text.h"

static void print_place(struct text *out, const char *term, int64_t row, const char *column, int64_t offset)
{
    text_format(out, "%s %d %s %d\n", term, (int)row, column, (int)offset);
}

static void print_term(struct text *out, const struct inverted *inverted, const struct inverted_term *term)
{
    struct arena arena = {0};
    struct inverted_places places = inverted_places_of(inverted, &arena, term);
    for (size_t i = 0; i < places.count; i++)
        print_place(out, term->stem, places.items[i].row, search_text_names[places.items[i].column],
                    places.items[i].offset);
    arena_free(&arena);
}

static void ask_fts5(struct text *out)
{
    static const char open_sql[] = "CREATE VIRTUAL TABLE temp.places USING fts5vocab(main, search, instance)";
    static const char sql[] = "SELECT term, doc, col, \"offset\" FROM temp.places";
    sqlite3_stmt *statement = NULL;
    /* Who only reads may make no table, not even one of its own. */
    sqlite3_set_authorizer(golden_index->db, NULL, NULL);
    assert_int_equal(sqlite3_exec(golden_index->db, open_sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(golden_index->db, sql, -1, &statement, NULL), SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW)
        print_place(out, (const char *)sqlite3_column_text(statement, 0), sqlite3_column_int64(statement, 1),
                    (const char *)sqlite3_column_text(statement, 2), sqlite3_column_int64(statement, 3));
    assert_int_equal(sqlite3_finalize(statement), SQLITE_OK);
}

static void test_it_says_what_fts5_says(void **state)
{
    (void)state;
    struct text here = {0};
    struct text there = {0};
    struct inverted *inverted = inverted_read(golden_index);
    assert_non_null(inverted);
    for (size_t i = 0; i < inverted->term_count; i++)
        print_term(&here, inverted, &inverted->terms[i]);
    ask_fts5(&there);
    assert_true(here.size > 10000);
    assert_string_equal(here.data, there.data);
    text_free(&here);
    text_free(&there);
    inverted_free(inverted);
}

static void test_a_term_is_found_by_its_stem(void **state)
{
    (void)state;
    struct inverted *inverted = inverted_read(golden_index);
    const struct inverted_term *term = inverted_find(inverted, "barber");
    assert_non_null(term);
    assert_string_equal(term->stem, "barber");
    assert_true(term->count > 1);
    assert_null(inverted_find(inverted, "barbers"));
    inverted_free(inverted);
}

static void expect_phrase(const struct inverted *words, const char *stems, size_t count, uint32_t column,
                          uint32_t offset)
{
    struct inverted_places places = inverted_phrase(words, &golden_arena, stems);
    assert_int_equal(places.count, count);
    if (count) {
        assert_int_equal(places.items[0].column, column);
        assert_int_equal(places.items[0].offset, offset);
    }
}

/* "a a b" and, in another column, "b - - - a"; then "a", and "- b": no phrase goes from one to the next. */
static void test_phrases(void **state)
{
    (void)state;
    const uint32_t of_a[] = {0, 1, 8, 10};
    const uint32_t of_b[] = {2, 4, 13};
    struct inverted_text texts[] = {{1, 0, 0}, {1, 3, 4}, {2, 0, 10}, {2, 1, 12}, {0, 0, 15}};
    uint32_t near[] = {0};
    struct inverted_term terms[] = {{"a", of_a, COUNT_OF(of_a)}, {"b", of_b, COUNT_OF(of_b)}};
    const struct inverted words = {
        .terms = terms, .term_count = COUNT_OF(terms), .texts = texts, .text_count = 4, .near = near};
    assert_int_equal(inverted_length(&texts[0]), 3);
    assert_int_equal(inverted_length(&texts[2]), 1);
    expect_phrase(&words, "a", 4, 0, 0);
    expect_phrase(&words, "a b", 1, 0, 1);
    expect_phrase(&words, "a a", 1, 0, 0);
    expect_phrase(&words, "a a b", 1, 0, 0);
    expect_phrase(&words, "b a", 0, 0, 0);
    expect_phrase(&words, "a c", 0, 0, 0);
    expect_phrase(&words, "", 0, 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_it_says_what_fts5_says),
        cmocka_unit_test(test_a_term_is_found_by_its_stem),
        cmocka_unit_test(test_phrases),
    };
    return cmocka_run_group_tests(tests, golden_open, golden_close);
}
