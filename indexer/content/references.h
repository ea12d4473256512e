#ifndef INDEXER_CONTENT_REFERENCES_H
#define INDEXER_CONTENT_REFERENCES_H

/* Who mentions whom, over all case studies: links in the text, related, replaces, adapted_from, aliases. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/base/string_list.h"
#include "indexer/content/case_study.h"

enum reference_kind { REFERENCE_LINK, REFERENCE_RELATED, REFERENCE_REPLACES, REFERENCE_ADAPTED_FROM, REFERENCE_ALIAS };

struct reference {
    const char *from; /* id of the case that mentions */
    const char *path; /* of its file */
    const char *to;
    enum reference_kind kind;
    struct place place;
};

struct references {
    struct reference *items;
    size_t count;
    size_t capacity;
};

/* Adds what a case mentions to the list; everything is copied into the arena. Addresses on the web are no mentions. */
void references_add(struct arena *arena, struct references *references, const struct case_study *study);

/*
 * Reports mentions that lead nowhere or to the case itself, aliases that are taken, and circles of
 * adapted_from, in the order of the references. `ids` are the cases that exist, sorted. The time it takes grows
 * with the number of references, whatever they form.
 */
void references_check(struct arena *arena, const struct references *references, const struct string_list *ids,
                      struct diagnostics *diagnostics);

#endif
