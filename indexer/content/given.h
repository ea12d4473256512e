#ifndef INDEXER_CONTENT_GIVEN_H
#define INDEXER_CONTENT_GIVEN_H

/* A path that somebody names to have it checked: where it is, and what kind of file lies there. */

#include <stdbool.h>

#include "indexer/base/arena.h"

enum given_kind {
    GIVEN_CASE,        /* a case study; a file outside the catalogue is taken for one */
    GIVEN_CASE_FOLDER, /* a folder of case studies */
    GIVEN_OWN,   /* another file of the catalogue, or a folder of them: a page, a vocabulary, a lens, its settings */
    GIVEN_ALL,   /* the catalogue */
    GIVEN_OTHER, /* a file that nothing here is read from */
    GIVEN_MISSING,
    GIVEN_FAILED, /* the system could not look; the reason says why */
};

struct given {
    enum given_kind kind;
    const char *path; /* to open it by */
    const char *own;  /* within the catalogue, as problems name it ("content/pages/about.md"); else NULL */
    int reason;
};

/* A path is tried from where one stands, and then from the catalogue's root. */
struct given given_find(struct arena *arena, const char *root, const char *path);

#endif
