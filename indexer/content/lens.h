#ifndef INDEXER_CONTENT_LENS_H
#define INDEXER_CONTENT_LENS_H

/*
 * A policy or framework as named questions put to the same cases: content/lenses/<id>.yaml. Its cells are queries;
 * headings stand over runs of cells, from the cell they name on; a second axis crosses the cells.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/vocabulary.h"

struct lens_cell {
    const char *id;
    const char *label;
    const char *question;
    const char *query;
    const char *heading; /* the heading that begins here, or "" */
};

struct lens_cells {
    struct lens_cell *items;
    size_t count;
};

struct lens {
    const char *id; /* the name of its file */
    const char *name;
    const char *source;
    const char *from; /* years, "" when not given */
    const char *to;
    const char *replaced_by;
    const char *summary;
    struct lens_cells cells;
    struct lens_cells second_axis; /* may be empty */
};

struct lenses {
    struct lens *items; /* by id */
    size_t count;
};

/* Where they are, below the root. */
extern const char lenses_folder[];

/* The lens of that id, and the cell; NULL when there is none. */
const struct lens *lens_find(const struct lenses *lenses, const char *id);
const struct lens_cell *lens_cell_find(const struct lens_cells *cells, const char *id);

/*
 * Reads ROOT/content/lenses; a catalogue without that folder has no lenses. Problems go to the diagnostics; false when
 * there were errors. Everything lives in the arena.
 */
bool lenses_read(struct arena *arena, const char *root, const struct vocabularies *vocabularies, struct lenses *lenses,
                 struct diagnostics *diagnostics);

#endif
