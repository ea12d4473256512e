#ifndef SEARCH_CLI_COLLECT_H
#define SEARCH_CLI_COLLECT_H

/*
 * One pass over the full-text index: which rows have any leaf of a plan, and how
 * often each of their columns has it. Nothing is scored or filtered here. The
 * words reach SQLite only as quoted leaves of one flat OR, bound to a constant
 * statement; an auxiliary function of FTS5 hands over the hits.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"
#include "indexer/index/index.h"
#include "indexer/index/search_text.h"
#include "search-cli/plan.h"

/* Hits of one leaf in one column of one row, in 32 bits: many millions of them may be held at once. */
struct collected_hit {
    uint32_t leaf : 10;
    uint32_t column : 2;
    uint32_t count : 20;
};

/* The hits of a row, by leaf, then column: hits[first] to hits[first + count - 1]. */
struct collected_row {
    size_t row;
    size_t first;
    size_t count;
};

enum collect_result { COLLECT_DONE, COLLECT_TIMED_OUT, COLLECT_FAILED /* as the index has */ };

struct collected {
    struct collected_row *rows; /* by row number */
    size_t row_count;
    size_t row_capacity;
    struct collected_hit *hits;
    size_t hit_count;
    size_t hit_capacity;
    uint64_t leaves_hit[16];          /* a bit for each leaf that any row has */
    size_t case_count;                /* in the index, and how many words their columns have together; */
    size_t word_counts[TEXT_COLUMNS]; /* both 0 when no row was hit */
};

/*
 * Collects the hits of the leaves. After `seconds` it stops (0: it goes to the end): what it holds then are the first
 * rows of the index. The caller frees the result whatever came of it.
 */
enum collect_result collect(struct index *index, const struct plan_leaf *leaves, size_t leaf_count, double seconds,
                            struct collected *collected);

void collected_free(struct collected *collected);

#endif
