#ifndef TESTS_BENCH_MEASURES_H
#define TESTS_BENCH_MEASURES_H

/* How well a ranked list answers a question. Gains count linearly, over log2(rank + 1), as trec_eval's ndcg_cut has it. */

#include <stddef.h>

#include "indexer/base/string_list.h"
#include "tests/bench/collection.h"

struct measures {
    double ndcg;    /* of the first 10 */
    double map;     /* average precision, of all that was ranked */
    double recall;  /* of the first 100 */
    double first;   /* 1 when the first is wanted */
    double in_five; /* 1 when all wanted are among the first five */
};

struct measures measure(const struct question *question, const struct string_list *ranked);
void measures_add(struct measures *sum, const struct measures *one, double share);

#endif
