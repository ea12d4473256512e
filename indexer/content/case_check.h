#ifndef INDEXER_CONTENT_CASE_CHECK_H
#define INDEXER_CONTENT_CASE_CHECK_H

/*
 * What a case study must be: its answers by the table of fields, and what its fields and sections must be to each
 * other. A case with errors must not be used for anything but finding more problems.
 */

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/case_study.h"
#include "indexer/content/vocabulary.h"

/* What checking needs to know of the catalogue around the file. */
struct case_context {
    const struct vocabularies *vocabularies;
    const char *root; /* where content/ is, for images; NULL: images are not looked for */
};

/*
 * Reports what keeps a case that case_parse made out of the catalogue, and some of what is asked of its author besides; the
 * other reports all of it. The arena is for the words.
 */
void case_check_errors(struct arena *arena, const struct case_study *study, const struct case_context *context,
                       struct diagnostics *diagnostics);
void case_check(struct arena *arena, const struct case_study *study, const struct case_context *context,
                struct diagnostics *diagnostics);

#endif
