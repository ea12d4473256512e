#ifndef INDEXER_INDEX_INDEX_UNDONE_H
#define INDEXER_INDEX_INDEX_UNDONE_H

/*
 * What a killed run left half written, for those who may not write: read into memory, and there undone as SQLite undoes
 * it in the file, from the journal that the run left. The file and its journal stay as they are.
 */

#include "indexer/index/index_status.h"

struct sqlite3;

/* As it was before that run, for reading alone. NULL with *status telling why not. */
struct sqlite3 *index_undone_open(const char *path, struct index_status *status);

#endif
