#ifndef INDEXER_INDEX_INDEX_H
#define INDEXER_INDEX_INDEX_H

/*
 * The index file as a thing that can be opened. What is in it is asked through
 * queries.h and changed through update.h. An open index is one of ours and of
 * this version: index_open looks before it believes.
 *
 * An index keeps the first thing that went wrong with it, as a FILE does. What is
 * asked of it afterwards has no rows, and nothing that was answered since it was
 * opened may be believed: whoever shows an answer, or puts a site in place, asks
 * index_failed first.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/index/index_status.h"

struct sqlite3;

enum index_mode { INDEX_READ, INDEX_WRITE };

struct index {
    struct sqlite3 *db;
    const char *path;
    struct index_status status; /* the first failure since it was opened */
    bool changed;               /* an update wrote to it */
    int building;               /* the lock of a new index that is being made, or -1 */
    struct arena arena;         /* for what is loaded once and kept while it is open */
    struct statement_cache *statements;
    void (*release)(struct index *index); /* of the statements, by the module that made them; NULL before */
    struct vocabularies *vocabularies;    /* loaded when first asked for */
    struct settings *settings;
    size_t studies_read; /* how often the source of a case study was parsed */
};

/*
 * Opens the index at `path`. NULL with *status telling why. INDEX_READ works
 * where nothing may be written, and writes no more than what a killed run left half done back to what it was; where it
 * may not do that, it reads a copy in memory.
 */
struct index *index_open(const char *path, enum index_mode mode, struct index_status *status);

/* Whether anything went wrong since it was opened. NULL, of which nothing was asked, did not fail. */
bool index_failed(const struct index *index);

/* What went wrong, as one sentence with the command that repairs it. Lives in the arena. */
const char *index_failure_text(struct arena *arena, const struct index *index);

/*
 * For those who read it: takes note of a result of SQLite, true when it is OK, ROW or DONE; or of rows that
 * no index of ours has. Only the first failure is kept.
 */
bool index_check(struct index *index, int result);
void index_is_damaged(struct index *index);

/* An open database as an index; for index_create.h. */
struct index *index_of(struct sqlite3 *db, const char *path);

/*
 * Opens an index that is being read once more, for another thread: a handle is for one thread at a time. What it says is
 * of the same state. NULL when it could not be done, above all when another file has taken its name.
 */
struct index *index_open_again(struct index *index, struct index_status *status);

/* What reads and writes it, with its version: another may store the same rows in other bytes. */
const char *index_library(void);

/* Accepts NULL. What was not committed is undone. */
void index_close(struct index *index);

#endif
