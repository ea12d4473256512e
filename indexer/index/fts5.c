#include "indexer/index/fts5.h"

#include <sqlite3.h>

/* The way that SQLite documents: a pointer passed through a statement. */
struct fts5_api *fts5_functions(struct index *index)
{
    fts5_api *api = NULL;
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(index->db, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, &api, "fts5_api_ptr", NULL);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}
