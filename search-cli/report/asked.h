#ifndef SEARCH_CLI_REPORT_ASKED_H
#define SEARCH_CLI_REPORT_ASKED_H

/*
 * What reports are made of: the index with the sets of cases that all of them count, and the cases that one of them is
 * asked about. The terminal reads both for one answer, the site once for all pages.
 */

#include "indexer/content/lens.h"
#include "indexer/content/needs.h"
#include "indexer/index/queries.h"
#include "search-cli/counts.h"
#include "search-cli/search.h"

struct report_base {
    struct index *index;
    const struct vocabularies *vocabularies;
    const struct settings *settings;
    const char *as_of;
    const struct term_counts *counts; /* of every facet, over the visible cases, with their rows */
    const struct bitset *visible;
    const struct lenses *lenses;
    const struct needs *needs;
};

/* Of an open index; lives in the arena. Whether it failed is asked of the index. */
struct report_base report_base_read(struct index *index, struct arena *arena);

enum { ASKED_FIRST = 12 };

/* The cases that a query finds: those with all its words, or with some where none has all. */
struct asked {
    const char *query; /* as it was asked; "" for everything */
    const char *about; /* the same for a title (query_title.h), with the labels of filters: "smoking, Maternity" */
    struct bitset rows;
    size_t total;
    size_t related;            /* with some of the words; counted in `rows` only where the total is 0 */
    bool ranked;               /* the query has words */
    size_t first[ASKED_FIRST]; /* the rows that have most to do with the words, best first; without words none */
    size_t first_count;
    const struct search_answer *answer; /* with what is to be said of how the query was read */
};

/* Asks; false when the index failed. */
bool asked_of(struct index *index, struct arena *arena, struct search_request request, struct asked *asked);

/* The same of a query by itself, without its answer: many of them may be kept. */
bool asked_query(struct index *index, struct arena *arena, const char *query, struct asked *asked);

/* Leaves only these cases of what was found. */
void asked_keep(struct asked *asked, const struct bitset *rows);

#endif
