#ifndef INDEXER_CONTENT_CASE_READER_H
#define INDEXER_CONTENT_CASE_READER_H

/*
 * From the bytes of a file to a case study. Reading reports every problem it
 * finds; a case that came back with errors must not be used for anything but
 * finding more problems.
 */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/case_study.h"
#include "indexer/content/vocabulary.h"

/* What reading needs to know of the catalogue around the file. */
struct case_context {
    const struct vocabularies *vocabularies;
    const char *root; /* where content/ is, for images; NULL: images are not looked for */
};

/*
 * Reads the bytes of one file. `path` is what diagnostics name; the id is the
 * last part of it without .md. Always returns a case; whether it is good is
 * in diagnostics->errors. The case lives in the arena and points into `data`,
 * which must live as long.
 */
struct case_study *case_study_read(struct arena *arena, const char *path, const char *data, size_t size,
                                   const struct case_context *context, struct diagnostics *diagnostics);

#endif
