#ifndef INDEXER_INDEX_PUBLIC_COPY_H
#define INDEXER_INDEX_PUBLIC_COPY_H

/*
 * The database that a site offers: the rows of the index, of the case studies that may be read by all
 * (publicity_is_open). It is copied in the order of ids into a new file, and holds nothing of how files looked, so
 * the same rows give the same bytes whatever the index has been through. The content is not read for it: the copy
 * and the index agree, also where a broken file keeps its last good rows.
 */

#include <stdbool.h>

#include "indexer/index/index.h"

/*
 * Writes the copy to `path`, in place of what is there. False when it could not be done, or when the index failed (now
 * or before); *status says why, and what is there is as it was. The copy is not brought to the disk.
 *
 * `before`, where it is not NULL, is a copy that this version of the program made of the index, or of an earlier state
 * of it with the same vocabularies and synonyms. Then no more is made anew than what depends on the cases that
 * changed; what comes of it is the same to the byte.
 */
bool public_copy(struct index *index, const char *before, const char *path, struct index_status *status);

#endif
