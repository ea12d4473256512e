#ifndef INDEXER_CONTENT_CHECK_OWN_H
#define INDEXER_CONTENT_CHECK_OWN_H

/* Checks the catalogue's own files: vocabularies, synonyms, settings, lenses, needs and pages. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/string_list.h"
#include "indexer/content/mend.h"
#include "indexer/content/synonyms.h"
#include "indexer/content/vocabulary.h"

struct check_own {
    struct arena *arena; /* in which vocabularies and synonyms live */
    const char *root;
    bool all;                          /* all are asked about */
    const struct string_list *asked;   /* otherwise these files and folders of them, as problems name them */
    struct vocabularies *vocabularies; /* are read in any case: cases are held to them */
    struct synonyms *synonyms;         /* and "did you mean" has its words of these */
    struct mended_files *mended;       /* not NULL: those that are asked about are mended first */
    struct diagnostics *diagnostics;   /* what is wrong with those, and whether the machine failed */
};

/* Returns how many files were asked about by name. */
size_t check_own(const struct check_own *own);

#endif
