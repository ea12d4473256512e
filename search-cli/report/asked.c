#include "search-cli/report/asked.h"

#include <string.h>

#include "indexer/index/lens_rows.h"
#include "indexer/index/need_rows.h"
#include "search-cli/report/query_title.h"

struct report_base report_base_read(struct index *index, struct arena *arena)
{
    struct bitset *visible = arena_alloc(arena, sizeof *visible);
    struct term_counts *counts = arena_array(arena, FACET_COUNT, sizeof *counts);
    struct lenses *lenses = arena_alloc(arena, sizeof *lenses);
    struct needs *needs = arena_alloc(arena, sizeof *needs);
    *visible = index_visible_rows(index, arena);
    for (size_t i = 0; i < FACET_COUNT; i++)
        counts[i] = counts_read(index, arena, &facets[i], visible);
    *lenses = lens_rows_all(index, arena);
    *needs = need_rows_all(index, arena);
    return (struct report_base){.index = index,
                                .vocabularies = index_all_vocabularies(index),
                                .settings = index_settings(index),
                                .as_of = index_as_of(index),
                                .counts = counts,
                                .visible = visible,
                                .lenses = lenses,
                                .needs = needs};
}

static const char *about(struct index *index, struct arena *arena, const struct search_request *request)
{
    struct string_list words = {0};
    if (request->query_size)
        string_list_add(arena, &words,
                        query_title(arena, index_vocabularies(index), request->query, request->query_size));
    for (size_t i = 0; i < request->filter_count; i++)
        for (size_t j = 0; j < request->filters[i].terms.count; j++)
            string_list_add(arena, &words,
                            vocabulary_label(index_vocabularies(index), request->filters[i].facet->vocabulary,
                                             request->filters[i].terms.items[j]));
    return string_list_join(arena, &words, ", ");
}

bool asked_of(struct index *index, struct arena *arena, struct search_request request, struct asked *asked)
{
    request.limit = ASKED_FIRST;
    request.no_snippets = true;
    request.best = true;
    const struct search_answer *answer = search(index, arena, &request);
    *asked = (struct asked){.query = "", .about = about(index, arena, &request)};
    if (!answer)
        return false;
    asked->query = answer->query;
    asked->rows = answer->rows;
    asked->total = answer->total;
    asked->related = answer->related;
    asked->ranked = answer->ranked;
    asked->answer = answer;
    for (size_t i = 0; i < answer->result_count; i++)
        if (bitset_has(&asked->rows, answer->results[i].study.row))
            asked->first[asked->first_count++] = answer->results[i].study.row;
    return true;
}

bool asked_query(struct index *index, struct arena *arena, const char *query, struct asked *asked)
{
    struct arena scratch = {0};
    bool done = asked_of(index, &scratch, (struct search_request){.query = query, .query_size = strlen(query)}, asked);
    asked->query = arena_string(arena, asked->query);
    asked->about = arena_string(arena, asked->about);
    asked->rows = bitset_copy(arena, &asked->rows);
    asked->answer = NULL;
    arena_free(&scratch);
    return done;
}

void asked_keep(struct asked *asked, const struct bitset *rows)
{
    size_t kept = 0;
    bitset_and(&asked->rows, rows);
    if (asked->total)
        asked->total = bitset_size(&asked->rows);
    else
        asked->related = bitset_size(&asked->rows);
    for (size_t i = 0; i < asked->first_count; i++)
        if (bitset_has(rows, asked->first[i]))
            asked->first[kept++] = asked->first[i];
    asked->first_count = kept;
}
