#include "search-cli/present/print.h"

#include "indexer/index/queries.h"
#include "search-cli/present/csv.h"

/* Where a case cannot be read, the index keeps why, and its facts stay empty. */
static struct facts facts_at(struct arena *arena, const struct print_style *style, const char *id)
{
    const struct case_study *study = index_case_study(style->index, arena, id);
    const struct fact_context context = fact_context_of(style->index);
    return study ? facts_of(arena, study, &context) : facts_none(arena);
}

static void add_result(struct text *out, const struct search_result *result, const struct print_style *style)
{
    struct arena arena = {0};
    struct text score = {0};
    number_text(&score, result->score);
    const char *fields[] = {result->study.id,    result->study.title,          result->study.summary,
                            text_string(&score), result->all ? "all" : "some", result->study.path,
                            result->study.place, result->study.published};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        csv_field(out, fields[i], i == 0);
    csv_facet_terms(out, result->terms);
    struct facts facts = facts_at(&arena, style, result->study.id);
    csv_facts(out, &facts);
    csv_end_line(out);
    text_free(&score);
    arena_free(&arena);
}

void print_csv(struct text *out, const struct search_answer *answer, const struct print_style *style)
{
    static const char *const names[] = {"id", "title", "summary", "score", "matches", "path", "place", "published"};
    struct arena arena = {0};
    struct facts none = facts_none(&arena);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        csv_field(out, names[i], i == 0);
    csv_facet_names(out);
    csv_fact_names(out, &none);
    csv_end_line(out);
    for (size_t i = 0; i < answer->result_count; i++)
        add_result(out, &answer->results[i], style);
    arena_free(&arena);
}
