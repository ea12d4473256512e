#ifndef INDEXER_CONTENT_BUILT_IN_TERMS_H
#define INDEXER_CONTENT_BUILT_IN_TERMS_H

/* The vocabularies that the code itself depends on: they are part of the program, and no file can change them. */

#include <stdbool.h>
#include <stddef.h>

struct built_in_term {
    const char *vocabulary;
    const char *id;
    const char *label;
    const char *definition;
};

/* One vocabulary after the other; ended by a row of NULL. The limits of evidence are in limits.h. */
extern const struct built_in_term built_in_terms[];

/* Whether a vocabulary is one of these, or that of the limits. Its words are phrases (phrases.h). */
bool built_in_vocabulary(const char *name);

#endif
