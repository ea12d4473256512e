#ifndef SEARCH_CLI_RANK_H
#define SEARCH_CLI_RANK_H

/*
 * How much a case has to do with the words of a query: BM25F (Robertson and
 * Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009,
 * section 3.6), in which a word's counts in all columns are weighed and added
 * before they saturate:
 *
 *   tf(t)  = sum over columns c, over leaves l of term t, of
 *            weight(l) * weight(c) * count(l, c) / (1 - b(c) + b(c) * length(c) / average length(c))
 *   idf(t) = ln(1 + (N - n(t) + 0.5) / (n(t) + 0.5))
 *   score  = sum over terms t of times(t) * weight(t) * idf(t) * tf(t) * (k1 + 1) / (tf(t) + k1)
 *
 * N is the number of cases in the index, n(t) of those that hold the term in itself or in a
 * synonym, whatever the filters say. Sums run in the order of terms, and within a term of leaves, then columns,
 * and a score is rounded to 1e-9, so that the browser comes to the same figures. Equal
 * scores go by id.
 */

#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"
#include "indexer/index/index.h"
#include "indexer/index/lengths.h"
#include "search-cli/collect.h"
#include "search-cli/plan.h"

struct rank_column {
    double weight;
    double b; /* how much a long column is held against its hits: 0 not at all, 1 in full */
};

extern const struct rank_column rank_columns[TEXT_COLUMNS];
extern const double rank_k1;

/* What a leaf gives to a term. */
struct rank_link {
    size_t term;
    double weight;
};

struct rank_leaf {
    uint64_t holds; /* the terms that a row with this leaf holds, a bit each */
    struct rank_link *links;
    size_t link_count;
    size_t link_capacity;
};

struct ranking {
    const struct plan *plan;
    struct rank_leaf *leaves;
    struct lengths *lengths;
    double averages[TEXT_COLUMNS];
    size_t case_count;
    size_t holding[PLAN_TERMS_MAX]; /* rows that hold each term */
    double idf[PLAN_TERMS_MAX];
};

/* One term's part in a score, for --explain. */
struct rank_part {
    size_t term;
    double tf;
    double idf;
    double score;
};

/* Everything that scores need, from a plan and what was collected for it; points into both. */
struct ranking rank_prepare(struct index *index, struct arena *arena, const struct plan *plan,
                            const struct collected *collected);

/* The average length of a column; 1 for one that nobody fills, so that nothing is divided by 0. */
double rank_average(double sum, size_t case_count);

/* The terms that a row holds, a bit each. */
uint64_t rank_held(const struct ranking *ranking, const struct collected *collected, const struct collected_row *row);

/* The score of a row; `parts`, when not NULL, has room for one part for each term of the plan. */
double rank_score(const struct ranking *ranking, const struct collected *collected, const struct collected_row *row,
                  struct rank_part *parts);

/* The pieces of the formula: what one hit of a column counts in a row; idf; one term's part of a score; rounding. */
double rank_hit_weight(const struct ranking *ranking, uint32_t length, size_t column);
double rank_idf(size_t case_count, size_t holding);
double rank_part_score(double times, double idf, double tf);
double rank_rounded(double score);

#endif
