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

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/mend.h"

/* What one run checked. */
struct check_counts {
    size_t cases;           /* case studies that were read */
    size_t others;          /* pages, vocabularies and the like, or folders of them, that were asked for by name */
    bool missing;           /* a path that was named is nowhere */
    size_t advised_missing; /* advised answers that are not given, over all cases */
    size_t advised_cases;   /* cases that lack at least one */
    uint64_t advised;       /* which, a bit for each of case_fields */
};

/*
 * Checks a whole catalogue (its own files too), or only what lies at the given paths when path_count > 0: case studies,
 * pages, vocabularies, lenses, the settings, or folders of them (given.h). What is wrong elsewhere is not told then.
 * Everything found is in the diagnostics, sorted.
 * With `mended`, which may be NULL, files are mended first (mend.h), in memory, and what is found is what is left.
 */
struct check_counts check_catalogue(const char *root, const char *const *paths, size_t path_count,
                                    void (*progress)(size_t done, size_t of), struct mended_files *mended,
                                    struct diagnostics *diagnostics);

#endif
