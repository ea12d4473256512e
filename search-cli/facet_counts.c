#include "search-cli/facet_counts.h"

#include "indexer/content/vocabulary.h"
#include "indexer/index/queries.h"

/* By term: how many of the rows have it. */
static void count_by_term(struct index *index, struct arena *arena, const struct bitset *rows,
                          struct search_facet *counted)
{
    for (size_t i = 0; i < counted->count; i++) {
        struct bitset having = index_term_rows(index, arena, counted->facet->key, counted->counts[i].id);
        counted->counts[i].count = bitset_shared(&having, rows);
    }
}

/* By row: which terms it has. Comes to the same, with less to read when there are fewer rows than terms. */
static void count_by_row(struct index *index, struct arena *arena, const struct bitset *rows,
                         struct search_facet *counted)
{
    for (size_t row = 0; bitset_next(rows, row, &row); row++) {
        struct string_list terms = index_case_terms(index, arena, row, counted->facet->key);
        for (size_t i = 0; i < counted->count; i++)
            counted->counts[i].count += string_list_have(&terms, counted->counts[i].id);
    }
}

struct search_facet facet_counts(struct index *index, struct arena *arena, const struct facet *facet,
                                 const struct bitset *rows)
{
    const struct vocabulary *vocabulary = vocabulary_find(index_vocabularies(index), facet->vocabulary);
    struct search_facet counted = {.facet = facet};
    if (!vocabulary)
        return counted;
    counted.counts = arena_array(arena, vocabulary->count, sizeof *counted.counts);
    for (; counted.count < vocabulary->count; counted.count++)
        counted.counts[counted.count] = (struct search_term_count){.id = vocabulary->terms[counted.count].id,
                                                                   .label = vocabulary->terms[counted.count].label};
    if (bitset_size(rows) < vocabulary->count)
        count_by_row(index, arena, rows, &counted);
    else
        count_by_term(index, arena, rows, &counted);
    return counted;
}

struct search_facet facet_counts_sorted(struct arena *arena, const struct search_facet *facet)
{
    struct search_facet sorted = {facet->facet, arena_array(arena, facet->count, sizeof *sorted.counts), 0};
    for (; sorted.count < facet->count; sorted.count++) {
        size_t at = sorted.count;
        for (; at && sorted.counts[at - 1].count < facet->counts[sorted.count].count; at--)
            sorted.counts[at] = sorted.counts[at - 1];
        sorted.counts[at] = facet->counts[sorted.count];
    }
    return sorted;
}
