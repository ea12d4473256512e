#ifndef INDEXER_CONTENT_CHECK_H
#define INDEXER_CONTENT_CHECK_H

/*
 * What a catalogue's authors can be told: about one file, from its bytes
 * (case_parse and case_check do that), and about all files together: links between
 * cases that lead nowhere, names taken twice, circles of adaptation.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "indexer/base/diagnostics.h"

/* What one run checked. */
struct check_counts {
    size_t cases;           /* case studies that were read */
    size_t advised_missing; /* advised answers that are not given, over all cases */
    size_t advised_cases;   /* cases that lack at least one */
    uint64_t advised;       /* which, a bit for each of case_fields */
};

/*
 * Checks a whole catalogue (its own files too), or only the case studies at the given paths
 * when path_count > 0. A path may be a folder. Everything found is in the diagnostics, sorted.
 */
struct check_counts check_catalogue(const char *root, const char *const *paths, size_t path_count,
                                    void (*progress)(size_t done, size_t of), struct diagnostics *diagnostics);

#endif
