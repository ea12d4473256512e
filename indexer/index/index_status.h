#ifndef INDEXER_INDEX_INDEX_STATUS_H
#define INDEXER_INDEX_INDEX_STATUS_H

/* How it stands with an index: what kept it from being opened, read or written, and how one says that. */

#include "indexer/base/arena.h"

enum index_state {
    INDEX_GOOD,
    INDEX_MISSING,
    INDEX_FOREIGN,       /* a file, but not an index of a catalogue */
    INDEX_OTHER_VERSION, /* written by another version of this program */
    INDEX_DAMAGED,       /* it holds what no index of ours holds, or lacks what each has */
    INDEX_UNREADABLE,    /* the system refused: permissions, a full disk, a share that went away */
    INDEX_INTERRUPTED,   /* a run that was killed left it half written, and this one may not undo that */
    INDEX_REPLACED,      /* another run put a new one in its place */
    INDEX_BUSY           /* another run was writing and did not end in time */
};

struct index_status {
    enum index_state state;
    int reason; /* the system's own (an errno), 0 where it gave none */
};

struct sqlite3;

/* What a result of SQLite means; INDEX_GOOD for OK, ROW and DONE. `db`, which may be NULL, may know the system's reason. */
struct index_status index_status_of(struct sqlite3 *db, int result);

/* One sentence about the index at `path`, with the command that repairs it. Lives in the arena. */
const char *index_status_text(struct arena *arena, struct index_status status, const char *path);

#endif
