#include "search-cli/search.h"

#include <stdint.h>
#include <string.h>

#include "indexer/index/index_guard.h"
#include "search-cli/collect.h"
#include "search-cli/match.h"
#include "search-cli/order.h"
#include "search-cli/plan_filters.h"
#include "search-cli/plan_make.h"
#include "search-cli/query.h"

/* How long collecting may take. */
static const double search_seconds = 1;

const struct keyword search_sorts[SEARCH_SORTS] = {{"relevance", SEARCH_RELEVANCE, NULL},
                                                   {"newest", SEARCH_NEWEST, NULL},
                                                   {"title", SEARCH_TITLE, NULL},
                                                   {"evidence", SEARCH_EVIDENCE, NULL}};

/* What one search works with. */
struct searching {
    struct index *index;
    struct arena *arena;
    const struct search_request *request;
    struct tokenizer *tokenizer;
    struct query query;
    struct plan plan;
    struct collected collected;
    struct ranking ranking;
    struct matches matches;
    struct search_answer *answer;
};

static void read_query(struct searching *searching)
{
    const struct search_request *request = searching->request;
    searching->query = query_parse(searching->arena, request->query, request->query_size);
    for (size_t i = 0; i < request->filter_count; i++)
        query_node_add(searching->arena, searching->query.root,
                       &(struct query_node){.kind = QUERY_TERMS,
                                            .field = request->filters[i].facet->key,
                                            .values = request->filters[i].terms});
    if (request->since)
        query_node_add(searching->arena, searching->query.root,
                       &(struct query_node){.kind = QUERY_RANGE,
                                            .field = "published",
                                            .field_kind = QUERY_FIELD_DATES,
                                            .from = request->since,
                                            .to = ""});
    searching->answer->query = arena_copy(searching->arena, request->query, request->query_size);
}

/* After the plan: what was meant by a filter stands in place of what was typed. */
static void print_query(struct searching *searching)
{
    struct text words = {0};
    query_print(&words, searching->query.root);
    searching->answer->query_in_words = arena_string(searching->arena, text_string(&words));
    text_free(&words);
}

static bool find(struct searching *searching)
{
    struct index *index = searching->index;
    struct arena *arena = searching->arena;
    searching->plan = plan_make(index, searching->tokenizer, arena, &searching->query);
    print_query(searching);
    enum collect_result result =
        collect(index, searching->plan.leaves, searching->plan.leaf_count, search_seconds, &searching->collected);
    searching->answer->timed_out = result == COLLECT_TIMED_OUT;
    if (result == COLLECT_FAILED)
        return false;
    searching->ranking = rank_prepare(index, arena, &searching->plan, &searching->collected);
    struct bitset visible = index_visible_rows(index, arena);
    searching->matches = matches_find(arena, &searching->ranking, &searching->collected, &visible);
    return true;
}

static struct ordered order(const struct searching *searching)
{
    static const enum case_order orders[SEARCH_SORTS] = {ORDER_NEWEST, ORDER_NEWEST, ORDER_TITLE, ORDER_EVIDENCE};
    const struct search_request *request = searching->request;
    if (request->sort == SEARCH_RELEVANCE && searching->answer->ranked)
        return order_by_score(searching->index, searching->arena, &searching->matches, request->limit, request->offset);
    return order_by_case(searching->index, searching->arena, &searching->matches, orders[request->sort], request->limit,
                         request->offset);
}

static void explain(struct searching *searching, const struct match *match, struct search_result *result)
{
    const struct ranking *ranking = &searching->ranking;
    const struct plan *plan = &searching->plan;
    struct rank_part parts[PLAN_TERMS_MAX];
    if (match->collected == SIZE_MAX)
        return;
    rank_score(ranking, &searching->collected, &searching->collected.rows[match->collected], parts);
    result->parts = arena_array(searching->arena, plan->term_count, sizeof *result->parts);
    for (size_t term = 0; term < plan->term_count; term++)
        if (plan->terms[term].scores)
            result->parts[result->part_count++] =
                (struct score_part){plan->terms[term].text, plan->terms[term].times, parts[term].idf,
                                    parts[term].tf,         parts[term].score,       ranking->holding[term]};
}

static void add_result(struct searching *searching, const struct match *match)
{
    struct search_answer *answer = searching->answer;
    struct search_result *result = &answer->results[answer->result_count];
    const char *texts[TEXT_COLUMNS];
    if (!index_case_at(searching->index, searching->arena, match->row, &result->study))
        return;
    answer->result_count++;
    result->score = match->score;
    result->all = match->all;
    explain(searching, match, result);
    if (searching->request->no_snippets)
        return;
    index_all_case_terms(searching->index, searching->arena, match->row, result->terms);
    struct arena scratch = {0};
    if (index_texts(searching->index, &scratch, match->row, texts)) {
        result->title = snippet_mark(searching->tokenizer, searching->arena, &searching->ranking, texts[TEXT_TITLE]);
        result->snippet = snippet_make(searching->tokenizer, searching->arena, &searching->ranking, texts);
    }
    arena_free(&scratch);
}

/* For a facet that the query filters by, what counts is what there would be without that filter. */
static const struct bitset *rows_for(const struct searching *searching, size_t facet)
{
    const struct matches *matches = &searching->matches;
    if (!matches->filtered[facet])
        return &searching->answer->rows;
    return bitset_size(&matches->all_without[facet]) ? &matches->all_without[facet] : &matches->some_without[facet];
}

static void count_facets(struct searching *searching)
{
    struct search_answer *answer = searching->answer;
    if (!searching->request->all_facets && answer->total + answer->related == answer->result_count)
        return;
    answer->facets = arena_array(searching->arena, FACET_COUNT, sizeof *answer->facets);
    for (size_t i = 0; i < (searching->request->all_facets ? FACET_COUNT : LEADING_FACETS); i++)
        answer->facets[answer->facet_count++] =
            counts_quick(searching->index, searching->arena, &facets[i], rows_for(searching, i));
}

/* What is not here may have been done all the same. */
static const char *call_of(const struct searching *searching)
{
    const char *repository = index_settings(searching->index)->repository;
    if (!searching->plan.unknown_count)
        return NULL;
    return arena_format(searching->arena,
                        "Do you know of such work? It is wanted: CONTRIBUTING.md%s%s tells how to send it.",
                        *repository ? " at " : "", repository);
}

/* What was typed as one or in quotation marks may be nowhere though each of its words is known. */
static void find_absent(struct searching *searching)
{
    struct search_answer *answer = searching->answer;
    const struct plan *plan = &searching->plan;
    for (size_t term = 0; term < plan->term_count; term++) {
        bool told = !plan->terms[term].scores || searching->ranking.holding[term];
        for (size_t i = 0; i < plan->unknown_count && !told; i++)
            told = strcmp(plan->unknowns[i].typed, plan->terms[term].text) == 0;
        if (!told)
            string_list_add(searching->arena, &answer->absent, plan->terms[term].text);
    }
}

static void fill_answer(struct searching *searching)
{
    struct search_answer *answer = searching->answer;
    const struct plan *plan = &searching->plan;
    answer->total = searching->matches.total;
    answer->related = searching->matches.related;
    answer->rows = answer->total ? searching->matches.all : searching->matches.some;
    answer->ranked = plan_ranks(plan);
    answer->corrections = plan->corrections;
    answer->correction_count = plan->correction_count;
    answer->unknowns = plan->unknowns;
    answer->unknown_count = plan->unknown_count;
    answer->synonyms = plan->synonyms;
    answer->synonym_count = plan->synonym_count;
    answer->notes = plan->notes;
    answer->call = call_of(searching);
    if (!answer->total && !answer->related)
        find_absent(searching);
    if (answer->timed_out)
        string_list_add(searching->arena, &answer->notes,
                        "The search was stopped after one second: there may be more.");
}

static bool begin(struct searching *searching)
{
    searching->answer = arena_alloc(searching->arena, sizeof *searching->answer);
    searching->tokenizer = tokenizer_open(searching->index);
    if (!searching->tokenizer)
        return false;
    read_query(searching);
    if (!find(searching))
        return false;
    fill_answer(searching);
    return true;
}

static struct search_answer *end(struct searching *searching)
{
    tokenizer_close(searching->tokenizer);
    collected_free(&searching->collected);
    return index_failed(searching->index) ? NULL : searching->answer;
}

struct search_answer *search(struct index *index, struct arena *arena, const struct search_request *request)
{
    struct searching searching = {.index = index, .arena = arena, .request = request};
    index_guard_renew();
    if (!begin(&searching))
        return end(&searching);
    struct ordered ordered = {0};
    if (searching.answer->ranked || !request->best)
        ordered = order(&searching);
    searching.answer->results = arena_array(arena, ordered.count, sizeof *searching.answer->results);
    for (size_t i = 0; i < ordered.count && !index_failed(index); i++) {
        if (request->whole && !ordered.items[i]->all)
            break;
        add_result(&searching, ordered.items[i]);
    }
    if (!request->no_snippets)
        count_facets(&searching);
    return end(&searching);
}
