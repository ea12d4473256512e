#ifndef INDEXER_INDEX_UPDATE_H
#define INDEXER_INDEX_UPDATE_H

/*
 * Brings an index up to date with the content, in one transaction. A file whose
 * size and time are as they were is not opened; one whose bytes are as they
 * were is not read further. For valid content the rows are the same whatever
 * happened before.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/diagnostics.h"
#include "indexer/index/index.h"

struct update_options {
    bool rebuild;    /* build anew, without looking at what is there */
    bool keep_going; /* errors in the content do not stop it: last good rows stay, marked outdated */
    void (*progress)(size_t done, size_t of); /* may be NULL */
};

struct update_counts {
    size_t total; /* case studies in the index afterwards */
    size_t added;
    size_t changed;
    size_t removed;
    size_t unchanged;
    size_t outdated;
    size_t broken; /* files with errors */
};

enum update_result {
    UPDATE_DONE,
    UPDATE_CONTENT_ERRORS, /* nothing was written; the diagnostics say why */
    UPDATE_FAILED          /* nothing was written; *status says why, and there are no diagnostics */
};

/* Brings the database at `database` up to date with ROOT/content. */
enum update_result index_update(const char *root, const char *database, const struct update_options *options,
                                struct update_counts *counts, struct index_status *status,
                                struct diagnostics *diagnostics);

#endif
