#ifndef INDEXER_INDEX_REPORT_ROWS_H
#define INDEXER_INDEX_REPORT_ROWS_H

/*
 * What only reports ask of the index: lenses and needs. They are stored when their files change, apart from the case
 * studies, which do not depend on them.
 */

#include <stdbool.h>

#include "indexer/content/lens.h"
#include "indexer/content/needs.h"
#include "indexer/index/index.h"

/* Puts them in place of those that are there, with the key of their files; false when the database failed. */
bool report_rows_store(struct index *index, const struct lenses *lenses, const struct needs *needs, const char *key);

/* The key with which they were stored, "" when there are none yet. */
const char *report_rows_key(struct index *index, struct arena *arena);

#endif
