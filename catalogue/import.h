#ifndef CATALOGUE_IMPORT_H
#define CATALOGUE_IMPORT_H

/*
 * Case studies of another catalogue, from what its `export` or its site's data/ has as JSON, into content/case-studies/.
 * What comes from there is a stranger's: ids become names of files only when they can be ids, nothing else decides where
 * anything is written, and each file is checked as an author's before it is written. No file that is there is touched. Each
 * new one says which catalogue it was taken over from, and under which licence.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/string_list.h"
#include "indexer/content/vocabulary.h"

struct import_options {
    const char *root;
    const struct vocabularies *vocabularies;
    bool dry_run; /* all but writing */
};

/* What came of it, by ids; what is no id is told as it stands, and may be anything. */
struct imported {
    struct string_list written;
    struct string_list same;    /* are here already, and say the same */
    struct string_list clashes; /* have an id that another case study here has, or one before in the same import */
    struct string_list refused; /* cannot be case studies here; why is in the diagnostics, or beside the id */
    struct string_list unknown; /* keys that case studies do not have here, left out; the first few */
    const char *problem;        /* nothing more could be read or written: why; what was written stays */
};

/*
 * Takes over a file, or all of a folder: catalogue.json in it or in its data/, else every .json file of its
 * case-studies/ or of itself.
 */
void import_path(struct arena *arena, const struct import_options *options, const char *path, struct imported *imported,
                 struct diagnostics *diagnostics);

#endif
