/* The formula, worked out by hand beside it. */
#include "tests/unit/golden_index.h"

#include <math.h>
#include <string.h>

#include "indexer/index/lengths.h"
#include "search-cli/collect.h"
#include "search-cli/plan_make.h"
#include "search-cli/rank.h"

static struct arena arena;
static struct plan plan;
static struct collected collected;
static struct ranking ranking;

static void rank(const char *text)
{
    struct tokenizer *tokenizer = tokenizer_open(golden_index);
    struct query query = query_parse(&arena, text, strlen(text));
    plan = plan_make(golden_index, tokenizer, &arena, &query);
    collected_free(&collected);
    assert_int_equal(collect(golden_index, plan.leaves, plan.leaf_count, 1, &collected), COLLECT_DONE);
    ranking = rank_prepare(golden_index, &arena, &plan, &collected);
    tokenizer_close(tokenizer);
}

static int close_all(void **state)
{
    collected_free(&collected);
    arena_free(&arena);
    return golden_close(state);
}

static void test_totals(void **state)
{
    (void)state;
    rank("barbers");
    struct lengths *lengths = lengths_of(golden_index, &arena, LENGTHS_BLOCK);
    double sums[TEXT_COLUMNS] = {0};
    assert_int_equal(ranking.case_count, index_case_count(golden_index));
    for (size_t row = 1; row <= ranking.case_count; row++)
        for (size_t column = 0; column < TEXT_COLUMNS; column++)
            sums[column] += lengths_at(lengths, row)[column];
    for (size_t column = 0; column < TEXT_COLUMNS; column++)
        assert_true(ranking.averages[column] == sums[column] / (double)ranking.case_count);
}

static void test_idf(void **state)
{
    (void)state;
    rank("barbers");
    double n = (double)collected.row_count;
    double all = (double)index_case_count(golden_index);
    assert_true(n > 0);
    assert_true(fabs(ranking.idf[0] - log(1 + (all - n + 0.5) / (n + 0.5))) < 1e-12);
}

static void test_score(void **state)
{
    (void)state;
    rank("barbers barber");
    struct lengths *lengths = lengths_of(golden_index, &arena, LENGTHS_BLOCK);
    for (size_t i = 0; i < collected.row_count; i++) {
        const struct collected_row *row = &collected.rows[i];
        double tf = 0;
        for (size_t j = 0; j < row->count; j++) {
            const struct collected_hit *hit = &collected.hits[row->first + j];
            const struct rank_column *rule = &rank_columns[hit->column];
            double share = lengths_at(lengths, row->row)[hit->column] / ranking.averages[hit->column];
            tf += hit->count * rule->weight / (1 - rule->b + rule->b * share);
        }
        double score = 2 * ranking.idf[0] * tf * (rank_k1 + 1) / (tf + rank_k1); /* asked twice */
        assert_true(fabs(rank_score(&ranking, &collected, row, NULL) - score) < 2e-9);
    }
}

/* A synonym counts less than the word; the parts of a score make up the score. */
static void test_parts(void **state)
{
    (void)state;
    struct rank_part parts[PLAN_TERMS_MAX];
    rank("bp council");
    for (size_t i = 0; i < collected.row_count; i++) {
        double score = rank_score(&ranking, &collected, &collected.rows[i], parts);
        double sum = 0;
        for (size_t term = 0; term < plan.term_count; term++)
            sum += parts[term].score;
        assert_true(fabs(sum - score) < 1e-8);
    }
    rank("\"blood pressure\"");
    double own = rank_score(&ranking, &collected, &collected.rows[0], NULL);
    rank("bp");
    double by_synonym = rank_score(&ranking, &collected, &collected.rows[0], NULL);
    assert_true(by_synonym > 0 && by_synonym < own);
}

static void test_nothing_found(void **state)
{
    (void)state;
    rank("zzzzqqqq");
    assert_int_equal(collected.row_count, 0);
    assert_int_equal(rank_average(0, 5), 1);
    assert_int_equal(rank_average(5, 0), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_totals), cmocka_unit_test(test_idf),           cmocka_unit_test(test_score),
        cmocka_unit_test(test_parts),  cmocka_unit_test(test_nothing_found),
    };
    return cmocka_run_group_tests(tests, golden_open, close_all);
}
