#ifndef INDEXER_CONTENT_PAGE_H
#define INDEXER_CONTENT_PAGE_H

/* Editorial pages: content/pages/<name>.md with `title`, `summary` and `order` in front. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/markdown.h"

struct page {
    const char *name; /* "about" */
    const char *title;
    const char *summary;
    long order;
    struct markdown_body body;
};

struct pages {
    struct page *items; /* by order, then name */
    size_t count;
};

/* Reads ROOT/content/pages; a catalogue without that folder has no pages. False when there were errors. */
bool pages_read(struct arena *arena, const char *root, struct pages *pages, struct diagnostics *diagnostics);

/* The page of that name, or NULL. */
const struct page *pages_find(const struct pages *pages, const char *name);

#endif
