#ifndef INDEXER_INDEX_FTS5_H
#define INDEXER_INDEX_FTS5_H

/* The functions that FTS5 offers to C, for its tokenizer and for functions of one's own. */

#include "indexer/index/index.h"

struct fts5_api;

/* NULL when the index failed, as it does where SQLite has no FTS5. They live as long as the index is open. */
struct fts5_api *fts5_functions(struct index *index);

#endif
