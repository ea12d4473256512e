#ifndef SEARCH_CLI_SEARCH_H
#define SEARCH_CLI_SEARCH_H

/*
 * Asking: from a request to an answer, for the terminal, the reports and the
 * site alike. An answer never depends on where or how often it was asked.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/bitset.h"
#include "indexer/base/keyword.h"
#include "indexer/content/facets.h"
#include "indexer/content/fields.h"
#include "indexer/index/index.h"
#include "indexer/index/queries.h"
#include "search-cli/counts.h"
#include "search-cli/plan.h"
#include "search-cli/rank.h"
#include "search-cli/snippet.h"

enum search_sort { SEARCH_RELEVANCE, SEARCH_NEWEST, SEARCH_TITLE, SEARCH_EVIDENCE, SEARCH_SORTS };

/* "relevance", "newest", "title", "evidence" */
extern const struct keyword search_sorts[SEARCH_SORTS];

/* The cases that have any of these terms of a facet, as an option asks for them. */
struct search_filter {
    const struct facet *facet;
    struct string_list terms;
};

struct search_request {
    const char *query; /* in the query language */
    size_t query_size;
    const struct search_filter *filters; /* all must hold */
    size_t filter_count;
    const char *since; /* only those published on this day or later; NULL: of any day, and of none */
    enum search_sort sort;
    size_t limit; /* 0: all */
    size_t offset;
    bool all_facets; /* count every facet; else the leading ones, and those only when not all that was found is shown */
    bool no_snippets; /* only ids are wanted */
    bool whole;       /* only those with all the words are listed; all are counted */
    bool best;        /* only the best for the words are wanted: without words none is listed */
};

struct score_part {
    const char *term;
    double times;
    double idf;
    double tf;
    double score;
    size_t holding;
};

struct search_result {
    struct case_row study;
    struct string_list terms[FACET_COUNT];
    double score; /* 0 when nothing was ranked */
    bool all;     /* holds all the words; else some of them */
    struct marked title;
    struct marked snippet;
    struct score_part *parts; /* of the score, by term of the plan */
    size_t part_count;
};

/* A search beside one that found nothing, and how many it finds (ways_out.h). */
struct way_out {
    const char *without; /* what it leaves out, as one types it: region:wales, -smoking, --since 2024 */
    size_t total;
    size_t related;
};

struct search_answer {
    const char *query;
    const char *query_in_words;
    struct search_result *results; /* from offset, at most limit; `all` first */
    size_t result_count;
    size_t total;
    size_t related;
    struct bitset rows;         /* what counts go by: the total, or the related where the total is 0 */
    struct term_counts *facets; /* as if the query had no filter on the facet that is counted */
    size_t facet_count;
    const struct plan_correction *corrections;
    size_t correction_count;
    const struct plan_correction *unknowns; /* words that nothing has; `used` is the nearest, or NULL */
    size_t unknown_count;
    const struct plan_synonym *synonyms;
    size_t synonym_count;
    const char *call; /* where something is not here, who wants to hear of it; else NULL */
    struct string_list notes;
    struct string_list absent; /* where nothing was found, the words and phrases of the query that no case has */
    struct way_out *ways;      /* the same, once ways_out_find was asked */
    size_t way_count;
    bool ranked;    /* the query has words */
    bool timed_out; /* stopped after a second: there may be more */
};

/* Answers a request. NULL when the index failed, now or before, and never otherwise. Lives in the arena. */
struct search_answer *search(struct index *index, struct arena *arena, const struct search_request *request);

#endif
