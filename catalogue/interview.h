#ifndef CATALOGUE_INTERVIEW_H
#define CATALOGUE_INTERVIEW_H

/*
 * Asks on a terminal for the answers that each case study must have, in the order and words of the site's form. Each is
 * checked as it is given, and kept in a file, so that somebody can leave and go on another day.
 */

#include <stdbool.h>
#include <stdio.h>

#include "indexer/base/arena.h"
#include "indexer/base/yaml_tree.h"
#include "indexer/content/vocabulary.h"

struct interview {
    struct arena *arena;
    const struct vocabularies *vocabularies;
    int in; /* a descriptor, which stays open */
    FILE *out;
    const char *path;          /* where answers are kept */
    struct yaml_node *answers; /* a map by the keys of the table of fields; what is in it already is not asked */
    const char *problem;       /* answers could not be kept, and why; else NULL */
};

/* False when it was left before the end, or has a problem. An answer that is left empty stays open. */
bool interview_ask(struct interview *interview);

#endif
