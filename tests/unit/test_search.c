/* An answer of an index that failed is none, whatever was asked. */
#include "tests/unit/own_index.h"

#include "search-cli/search.h"
#include "search-cli/similar.h"
#include "search-cli/similar_all.h"

static const struct search_request everything = {.query = "", .query_size = 0};
static const struct search_request one_word = {.query = "health", .query_size = 6};

static void test_a_good_index_answers(void **state)
{
    (void)state;
    struct search_answer *answer = search(index_here, &arena, &everything);
    assert_non_null(answer);
    assert_true(answer->total > 1);
    struct inverted *words = inverted_read(index_here);
    assert_non_null(words);
    struct case_rows cases = index_cases(index_here, &arena, ORDER_ID, NULL);
    struct similar_all *all = similar_all_read(index_here, words, &cases);
    assert_non_null(all);
    similar_all_free(all);
    inverted_free(words);
    assert_false(index_failed(index_here));
}

static void test_a_failed_index_has_no_answer(void **state)
{
    (void)state;
    size_t row = search(index_here, &arena, &everything)->results[0].study.row;
    struct inverted *words = inverted_read(index_here);
    index_check(index_here, SQLITE_IOERR);
    assert_null(search(index_here, &arena, &everything));
    assert_null(search(index_here, &arena, &one_word));
    assert_null(similar_all_read(index_here, words, &(struct case_rows){0}));
    assert_null(inverted_read(index_here));
    inverted_free(words);
    assert_int_equal(similar_find(index_here, &arena, row, 5).count, 0);
}

/* Of which the text alone is gone, or one of those that were counted. */
static void test_a_result_that_is_not_there_is_damage(void **state)
{
    static const char *const spoilt[] = {
        "DELETE FROM search", "DELETE FROM cases WHERE row = (SELECT min(row) FROM cases WHERE review_status = '')",
        "DELETE FROM lengths", "DROP TABLE lengths"};
    for (size_t i = 0; i < COUNT_OF(spoilt); i++) {
        if (i)
            assert_int_equal(open_own(state), 0);
        change(spoilt[i]);
        assert_null(search(index_here, &arena, i < 2 ? &everything : &one_word));
        assert_int_equal(index_here->status.state, INDEX_DAMAGED);
        if (i + 1 < COUNT_OF(spoilt))
            close_own(state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OWN(test_a_good_index_answers),
        OWN(test_a_failed_index_has_no_answer),
        OWN(test_a_result_that_is_not_there_is_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
