#ifndef INDEXER_CONTENT_NEEDS_H
#define INDEXER_CONTENT_NEEDS_H

/*
 * How great a need is, as the owner of a catalogue states it: content/need.csv, which reports set beside what case studies
 * cost. A table with the columns term (a priority area or a deprivation focus), figure, what (what it counts, with its
 * unit and year) and source; each term stands in it once. There is none in most catalogues.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/vocabulary.h"

/* The columns of the file, and what stands in them. */
enum need_column { NEED_TERM, NEED_FIGURE, NEED_WHAT, NEED_SOURCE, NEED_COLUMNS };
struct need_column_kind {
    const char *name;
    const char *help;
};
extern const struct need_column_kind need_columns[NEED_COLUMNS];

struct need {
    const char *vocabulary; /* of the term: "priority-areas" */
    const char *term;
    const char *figure; /* a plain number as it was written: "12400" */
    const char *what;
    const char *source;
};

struct needs {
    struct need *items; /* in the order of the file */
    size_t count;
};

/* Where they are, below the root. */
extern const char needs_path[];

/* The need of a term; NULL when none is stated. */
const struct need *need_find(const struct needs *needs, const char *vocabulary, const char *term);

/*
 * Reads ROOT/content/need.csv; a catalogue without it states no needs. Problems go to the diagnostics; false when there
 * were errors. Everything lives in the arena.
 */
bool needs_read(struct arena *arena, const char *root, const struct vocabularies *vocabularies, struct needs *needs,
                struct diagnostics *diagnostics);

#endif
