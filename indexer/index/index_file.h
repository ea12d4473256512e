#ifndef INDEXER_INDEX_INDEX_FILE_H
#define INDEXER_INDEX_INDEX_FILE_H

/* The database file of an index, before and behind SQLite; for those modules of this folder that open one. */

#include <stdbool.h>

#include "indexer/index/index_status.h"

struct sqlite3;

/* The version of schema.sql; raise it whenever what is stored changes. */
enum { INDEX_VERSION = 25, INDEX_APPLICATION_ID = 0x48494361 };

/* How long one waits for another run, and how often one looks meanwhile. */
enum { INDEX_FILE_WAIT = 5000, INDEX_FILE_STEP = 20 /* milliseconds */ };

/* What the first bytes of a file say, without believing SQLite or the file. */
struct index_status index_file_look(const char *path);

/* What the system refused, with its reason. */
struct index_status index_file_refused(int reason);

/* Opens a database, with SQLite's flags, so that nothing in it may run code. NULL with *status telling why. */
struct sqlite3 *index_file_open(const char *path, int flags, struct index_status *status);

/* Of a database that was opened in another way. */
void index_file_harden(struct sqlite3 *db, const char *path, bool only_reads);

/* Whether an open database is an index of this version, with tables alone. */
struct index_status index_file_identify(struct sqlite3 *db);

#endif
