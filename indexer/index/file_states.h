#ifndef INDEXER_INDEX_FILE_STATES_H
#define INDEXER_INDEX_FILE_STATES_H

/*
 * How each case study's file looked when it was last read (table `files`), by which
 * an update knows what it need not open. A time of 0 says: do not trust the time.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/arena.h"
#include "indexer/base/file.h"
#include "indexer/index/index.h"

struct file_state {
    const char *path;
    size_t size;
    int64_t modified; /* nanoseconds since 1970 */
    uint64_t hash;
};

struct file_states {
    struct file_state *items; /* by path */
    size_t count;
    size_t capacity;
};

void file_states_load(struct index *index, struct arena *arena, struct file_states *states);

bool file_states_any(struct index *index);

/* Whether the files are those of these names, in this order. The first that is another ends it. */
bool file_states_are_of(struct index *index, const struct file_names *names);

/* NULL when the path is not known. */
const struct file_state *file_states_find(const struct file_states *states, const char *path);

/* Whether size and time are as they were, so that the bytes are taken to be. */
bool file_state_holds(const struct file_state *state, const struct file *file);

/*
 * Remembers a file. A file that was changed a moment ago is remembered without its time: a second change of the
 * same size in the same tick of the clock would go unnoticed. False when the database failed.
 */
bool file_state_store(struct index *index, const char *path, const struct file *file, uint64_t hash);

/* Remembers a file that could not be used: it is looked at again in every run. */
bool file_state_store_broken(struct index *index, const char *path);

bool file_state_remove(struct index *index, const char *path);

#endif
