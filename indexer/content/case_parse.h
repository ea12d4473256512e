#ifndef INDEXER_CONTENT_CASE_PARSE_H
#define INDEXER_CONTENT_CASE_PARSE_H

/*
 * From the bytes of a file to a case study: its values, the parts of its body, and what is computed from both.
 * Nothing is judged here; case_check.h does that.
 */

#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/case_study.h"
#include "indexer/content/vocabulary.h"

/*
 * Reads the bytes of one file, which passed source_guard. `path` is what diagnostics name; the id is the last part
 * of it without .md. Always returns a case. What could not be read at all (broken YAML, a text for a number, raw
 * HTML) is left out of it and reported to `diagnostics`, or to nobody when that is NULL. The case lives in
 * the arena and points into `data`, which must live as long. `vocabularies` gives shared measures their labels and types of partners who acts; other terms are not
 * looked up.
 */
struct case_study *case_parse(struct arena *arena, const char *path, const char *data, size_t size,
                              const struct vocabularies *vocabularies, struct diagnostics *diagnostics);

/*
 * The same of a source that an index took, which takes none with a mistake: none is looked for. What cannot be read any
 * more is reported; such an index is damaged.
 */
struct case_study *case_parse_stored(struct arena *arena, const char *path, const char *data, size_t size,
                                     const struct vocabularies *vocabularies, struct diagnostics *diagnostics);

#endif
