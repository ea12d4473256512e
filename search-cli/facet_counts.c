#include "search-cli/facet_counts.h"

#include "indexer/content/vocabulary.h"
#include "indexer/index/statements.h"

struct search_facet facet_counts(struct index *index, struct arena *arena, const struct facet *facet,
                                 const struct bitset *rows)
{
    const struct vocabulary *vocabulary = vocabulary_find(index_vocabularies(index), facet->vocabulary);
    struct search_facet counted = {.facet = facet};
    if (!vocabulary)
        return counted;
    counted.counts = arena_array(arena, vocabulary->count, sizeof *counted.counts);
    for (size_t i = 0; i < vocabulary->count; i++) {
        const struct term *term = &vocabulary->terms[i];
        struct bitset having = index_term_rows(index, arena, facet->key, term->id);
        counted.counts[counted.count++] =
            (struct search_term_count){term->id, term->label, bitset_shared(&having, rows)};
    }
    return counted;
}
