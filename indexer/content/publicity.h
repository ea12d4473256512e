#ifndef INDEXER_CONTENT_PUBLICITY_H
#define INDEXER_CONTENT_PUBLICITY_H

/*
 * Who may see a case study, which the status of its review decides. A case that is still being written or reviewed is
 * hidden; with require_review only what was accepted is listed. Archived and withdrawn cases keep a page, though
 * searches and counts leave them out.
 */

#include <stdbool.h>

enum publicity {
    PUBLICITY_HIDDEN,   /* not a word of it gets out */
    PUBLICITY_LISTED,   /* found, counted, and has a page */
    PUBLICITY_ARCHIVED, /* has a page, and is in the data that a site offers */
    PUBLICITY_WITHDRAWN /* has a page that says no more than why it was withdrawn */
};

/* By a status of review-status.yaml, "" where no review is recorded. A status that is none is hidden. */
enum publicity publicity_of(const char *review_status, bool require_review);

/* Whether its text may be read and given away. */
bool publicity_is_open(enum publicity publicity);

#endif
