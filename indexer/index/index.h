#ifndef INDEXER_INDEX_INDEX_H
#define INDEXER_INDEX_INDEX_H

/*
 * The index file as a thing that can be opened. What is in it is asked through
 * statements.h and changed through update.h. An open index is one of ours and of
 * this version: index_open looks before it believes.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"

struct sqlite3;

/* The version of schema.sql; raise it whenever what is stored changes. */
enum { INDEX_VERSION = 4, INDEX_APPLICATION_ID = 0x48494361 };

enum index_state {
    INDEX_GOOD,
    INDEX_MISSING,
    INDEX_FOREIGN,       /* a file, but not an index of a catalogue */
    INDEX_OTHER_VERSION, /* written by another version of this program */
    INDEX_DAMAGED,
    INDEX_UNREADABLE, /* permissions, a folder, a full disk; errno may say more */
    INDEX_BUSY        /* another run was writing and did not end in time */
};

enum index_mode { INDEX_READ, INDEX_WRITE };

struct index {
    struct sqlite3 *db;
    const char *path;
    bool changed;       /* an update wrote to it */
    int building;       /* the lock of a new index that is being made, or -1 */
    struct arena arena; /* for what is loaded once and kept while it is open */
    struct statement_cache *statements;
    struct vocabularies *vocabularies; /* loaded when first asked for */
    struct settings *settings;
};

/*
 * Opens the index at `path`. NULL with *state telling why. INDEX_READ never
 * writes and works where the folder may not be written to.
 */
struct index *index_open(const char *path, enum index_mode mode, enum index_state *state);

/*
 * Makes a new, empty index under a temporary name beside `path`;
 * index_replace puts it in place of what is there (removing the old one's
 * journal files), index_discard removes it. Both close it.
 */
struct index *index_create(const char *path, enum index_state *state);
bool index_replace(struct index *index, const char *path);
void index_discard(struct index *index);

/* What kept the last statement on this index from being done. */
enum index_state index_trouble(struct index *index);

/* Accepts NULL. */
void index_close(struct index *index);

/* Whether any row could not be read because the file is damaged; an answer that came of it must not stand. */
bool index_met_damage(void);

/* One sentence about the state of the file at `path`, with the command that repairs it. */
const char *index_state_text(struct arena *arena, enum index_state state, const char *path);

#endif
