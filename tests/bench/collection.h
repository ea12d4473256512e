#ifndef TESTS_BENCH_COLLECTION_H
#define TESTS_BENCH_COLLECTION_H

/*
 * A test collection for search: documents, queries, and which documents
 * answer which query how well. Its documents become the case studies of a
 * temporary index, through the functions that index real ones.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/index/index.h"

struct gain {
    const char *document;
    double gain;
};

struct question {
    const char *id;
    const char *text;
    struct gain *gains;
    size_t gain_count;
    size_t gain_capacity;
};

struct collection {
    struct index *index;        /* opened for reading; the caller closes it */
    struct question *questions; /* only those that have gains */
    size_t question_count;
    size_t question_capacity;
};

/* Reads docs.jsonl, queries.tsv and qrels.tsv from `folder` and indexes them in the file `database`; complains on stderr. */
bool collection_read(struct arena *arena, const char *folder, const char *database, struct collection *collection);

/* The catalogue at `root` and the questions of a file: question, tab, ids with commas between. */
bool collection_of_catalogue(struct arena *arena, const char *root, const char *questions, const char *database,
                             struct collection *collection);

#endif
