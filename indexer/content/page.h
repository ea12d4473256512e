#ifndef INDEXER_CONTENT_PAGE_H
#define INDEXER_CONTENT_PAGE_H

/*
 * Editorial pages: content/pages/<name>.md with `title`, `summary` and `order` in front, and with `call` where one calls
 * for case studies.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/markdown.h"
#include "indexer/content/vocabulary.h"

/* A call for case studies. */
struct call {
    bool is_made;
    struct string_list priority_areas; /* terms; none: about anything */
    struct string_list deprivation_focus;
    const char *closes;  /* a date, "" when it stays open */
    const char *contact; /* "" for the catalogue's own */
};

struct facet;
struct page {
    const char *name; /* "about" */
    const char *title;
    const char *summary;
    long order;
    struct call call;
    const struct facet *counts; /* whose terms it draws, each with how many case studies have it; or NULL */
    struct markdown_body body;
};

struct pages {
    struct page *items; /* by order, then name */
    size_t count;
};

/* Reads ROOT/content/pages; a catalogue without that folder has no pages. False when there were errors. */
bool pages_read(struct arena *arena, const char *root, const struct vocabularies *vocabularies, struct pages *pages,
                struct diagnostics *diagnostics);

#endif
