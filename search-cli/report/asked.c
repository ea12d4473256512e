#include "search-cli/report/asked.h"

#include <string.h>

#include "indexer/index/lens_rows.h"

struct report_base report_base_read(struct index *index, struct arena *arena)
{
    struct bitset *visible = arena_alloc(arena, sizeof *visible);
    struct term_counts *counts = arena_array(arena, FACET_COUNT, sizeof *counts);
    struct lenses *lenses = arena_alloc(arena, sizeof *lenses);
    *visible = index_visible_rows(index, arena);
    for (size_t i = 0; i < FACET_COUNT; i++)
        counts[i] = counts_read(index, arena, &facets[i], visible);
    *lenses = lens_rows_all(index, arena);
    return (struct report_base){.index = index,
                                .vocabularies = index_all_vocabularies(index),
                                .settings = index_settings(index),
                                .as_of = index_as_of(index),
                                .counts = counts,
                                .visible = visible,
                                .lenses = lenses};
}

bool asked_of(struct index *index, struct arena *arena, struct search_request request, struct asked *asked)
{
    request.limit = ASKED_FIRST;
    request.no_snippets = true;
    const struct search_answer *answer = search(index, arena, &request);
    *asked = (struct asked){.query = ""};
    if (!answer)
        return false;
    asked->query = answer->query;
    asked->rows = answer->rows;
    asked->total = answer->total;
    asked->related = answer->related;
    asked->ranked = answer->ranked;
    asked->answer = answer;
    for (size_t i = 0; i < answer->result_count && answer->ranked; i++)
        if (bitset_has(&asked->rows, answer->results[i].study.row))
            asked->first[asked->first_count++] = answer->results[i].study.row;
    return true;
}

bool asked_query(struct index *index, struct arena *arena, const char *query, struct asked *asked)
{
    return asked_of(index, arena, (struct search_request){.query = query, .query_size = strlen(query)}, asked);
}
