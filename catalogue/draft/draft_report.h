#ifndef CATALOGUE_DRAFT_DRAFT_REPORT_H
#define CATALOGUE_DRAFT_DRAFT_REPORT_H

/* What became of a document, and what remains to be done, in words. */

#include "catalogue/draft/draft.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/text.h"
#include "search-cli/present/coach.h"

/* Where its parts went, what was left out, what was made of it. */
void draft_report_parts(struct text *out, const struct draft_file *draft);

/* What `check` says of the file, and what coach would say first; `path` is how the file is named. */
void draft_report_rest(struct text *out, const struct diagnostics *diagnostics, const struct coach *coach,
                       const char *path);

#endif
