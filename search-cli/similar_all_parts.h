#ifndef SEARCH_CLI_SIMILAR_ALL_PARTS_H
#define SEARCH_CLI_SIMILAR_ALL_PARTS_H

/* What similar_all_read.c puts down of an index, and similar_all.c finds neighbours in. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/bitset.h"
#include "indexer/index/queries.h"
#include "search-cli/rank.h"
#include "search-cli/similar.h"

/* A row that has a term, and what that adds to a score. */
struct posting {
    uint32_t row;
    bool is_written; /* in the text, and not only as a word of its tags */
    double part;
};

/* A term that tells about a row, by its number, and how much. */
struct telling {
    uint32_t term;
    double tells;
};

struct all_term {
    const char *stem;
    const char *word; /* as it is written most often */
    bool is_telling;  /* about any row; others have no postings */
    size_t first;     /* of its postings, which are by row */
    size_t count;
    size_t everywhere;
    double telling;
};

/* A term of a facet. */
struct all_tag {
    struct similar_tag tag;
    struct bitset rows;
    const uint32_t *list; /* the same rows, one by one */
    size_t count;
    double weight;
};

struct similar_all {
    struct index *index;
    struct arena arena;
    size_t case_count;
    struct posting *postings;
    size_t posting_count;
    size_t posting_capacity;
    struct all_term *terms;
    size_t term_count;
    size_t row_count;        /* one past the largest row */
    struct telling *telling; /* of row r, the most telling first: SIMILAR_WORDS from telling[r * SIMILAR_WORDS] on */
    size_t *telling_counts;  /* how many of them there are, by row */
    const struct case_row **cases; /* by row */
    struct bitset visible;         /* the rows of the cases that may be neighbours */
    struct all_tag *tags;          /* by facet, in the order of similar_fields, then by term */
    size_t tag_count;
    uint32_t *tags_of; /* tags of row r: tags_of[tag_starts[r]] to before tag_starts[r + 1] */
    size_t *tag_starts;
    double *words_sums; /* of the case that is asked for, by row; 0 between two of them */
    size_t *seen;       /* for which case a row was last looked at, by number of the question */
    size_t asked;
    double column_sums[TEXT_COLUMNS];
};

#endif
