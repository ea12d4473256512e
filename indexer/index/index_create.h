#ifndef INDEXER_INDEX_INDEX_CREATE_H
#define INDEXER_INDEX_INDEX_CREATE_H

/* A new index: built under another name, then put in place of what is there. */

#include <stdbool.h>

#include "indexer/index/index.h"

/*
 * Makes a new, empty index under a temporary name beside `path`. index_replace puts it in place of what is there, when
 * no other run is writing to that, and closes it; index_discard removes and closes it; false when it
 * could not be removed, which a *status that was good then says (it may be NULL). An index that failed is never put in
 * place: what is there is as it was, and *status says why.
 */
struct index *index_create(const char *path, struct index_status *status);
bool index_replace(struct index *index, const char *path, struct index_status *status);
bool index_discard(struct index *index, struct index_status *status);

/* The same with the bytes of an index that is there, which may differ from it by what the caller changes. */
struct index *index_create_from(const char *before, const char *path, struct index_status *status);

/*
 * Writes a new index to `path` without whatever its file has been through: the same rows in the same order give the same
 * bytes. It stays open, and is discarded as before. What was written is not brought to the disk.
 */
bool index_pack(struct index *index, const char *path, struct index_status *status);

#endif
