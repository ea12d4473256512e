#ifndef INDEXER_CONTENT_MEND_H
#define INDEXER_CONTENT_MEND_H

/*
 * A case study with every edit done that changes nothing its author said, in memory. Edits that touch each other, and
 * those of problems that others hid, are done in further rounds. A round that would leave more errors than it found is
 * not done, so that what comes out is never worse than what went in.
 */

#include "indexer/base/arena.h"
#include "indexer/content/case_check.h"

struct mended {
    const char *data; /* what was given, where nothing is to be done */
    size_t size;
    size_t count; /* of the edits */
};

/* `path` is the file as it is shown. Everything lives in the arena. */
struct mended mend_case(struct arena *arena, const char *path, const char *data, size_t size,
                        const struct case_context *context);

#endif
