#ifndef INDEXER_CONTENT_FENCES_H
#define INDEXER_CONTENT_FENCES_H

/*
 * The two lines --- around the answers of a file. One that was typed in another way, or is missing where it surely
 * belongs, is told and read as if it were there.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/diagnostics.h"
#include "indexer/base/yaml_names.h"

/* The parts that they make of a file; lines count from 1. */
struct fences {
    const char *front;
    size_t front_size;
    size_t front_line;
    const char *body;
    size_t body_size;
    size_t body_line;
};

/*
 * Finds them. False after a report, when nobody can say where the answers are. `names` knows the keys of answers, or is
 * NULL; `diagnostics` may be NULL.
 */
bool fences_find(const char *data, size_t size, const struct yaml_names *names, struct fences *fences,
                 struct diagnostics *diagnostics);

#endif
