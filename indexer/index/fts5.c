#include "indexer/index/fts5.h"

#include <sqlite3.h>

/* The way that SQLite documents: a pointer passed through a statement. */
struct fts5_api *fts5_functions(struct index *index)
{
    fts5_api *api = NULL;
    sqlite3_stmt *statement = NULL;
    if (index_check(index, sqlite3_prepare_v2(index->db, "SELECT fts5(?1)", -1, &statement, NULL)) &&
        index_check(index, sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL)))
        index_check(index, sqlite3_step(statement));
    sqlite3_finalize(statement);
    if (!api)
        index_check(index, SQLITE_ERROR);
    return api;
}
