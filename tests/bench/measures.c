#include "tests/bench/measures.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { NDCG_DEPTH = 10, RECALL_DEPTH = 100, SHOWN_FIRST = 5 };

static double gain_of(const struct question *question, const char *document)
{
    for (size_t i = 0; i < question->gain_count; i++)
        if (!strcmp(question->gains[i].document, document))
            return question->gains[i].gain;
    return 0;
}

static int larger_first(const void *a, const void *b)
{
    double one = *(const double *)a;
    double other = *(const double *)b;
    return (one < other) - (one > other);
}

static double best_dcg(const struct question *question)
{
    double *gains = memory_resize(NULL, question->gain_count * sizeof *gains);
    double dcg = 0;
    for (size_t i = 0; i < question->gain_count; i++)
        gains[i] = question->gains[i].gain;
    qsort(gains, question->gain_count, sizeof *gains, larger_first);
    for (size_t i = 0; i < question->gain_count && i < NDCG_DEPTH; i++)
        dcg += gains[i] / log2((double)i + 2);
    free(gains);
    return dcg;
}

struct measures measure(const struct question *question, const struct string_list *ranked)
{
    struct measures measures = {0};
    double dcg = 0;
    double precision = 0;
    size_t found = 0;
    size_t found_in_five = 0;
    for (size_t i = 0; i < ranked->count; i++) {
        double gain = gain_of(question, ranked->items[i]);
        found += gain > 0;
        if (i < NDCG_DEPTH)
            dcg += gain / log2((double)i + 2);
        if (gain > 0)
            precision += (double)found / (double)(i + 1);
        if (i < RECALL_DEPTH)
            measures.recall = (double)found / (double)question->gain_count;
        if (i < SHOWN_FIRST)
            found_in_five = found;
    }
    measures.ndcg = dcg / best_dcg(question);
    measures.map = precision / (double)question->gain_count;
    measures.first = ranked->count && gain_of(question, ranked->items[0]) > 0;
    measures.in_five = found_in_five == question->gain_count;
    return measures;
}

void measures_add(struct measures *sum, const struct measures *one, double share)
{
    sum->ndcg += one->ndcg * share;
    sum->map += one->map * share;
    sum->recall += one->recall * share;
    sum->first += one->first * share;
    sum->in_five += one->in_five * share;
}
