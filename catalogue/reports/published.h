#ifndef CATALOGUE_REPORTS_PUBLISHED_H
#define CATALOGUE_REPORTS_PUBLISHED_H

/*
 * Which case studies the public may see. A case that is still being written or
 * reviewed is not published; with require_review only what was accepted is.
 * Archived and withdrawn cases keep a page, though searches and counts leave them out.
 */

#include <stdbool.h>

#include "indexer/base/arena.h"
#include "indexer/base/bitset.h"
#include "indexer/index/index.h"
#include "indexer/index/queries.h"

enum standing { STANDING_HIDDEN, STANDING_SHOWN, STANDING_ARCHIVED, STANDING_WITHDRAWN };

enum standing published_standing(const struct case_row *row, bool require_review);

/* The rows that have a page. */
struct bitset published_rows(struct index *index, struct arena *arena);

#endif
