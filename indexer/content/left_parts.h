#ifndef INDEXER_CONTENT_LEFT_PARTS_H
#define INDEXER_CONTENT_LEFT_PARTS_H

/* What the parts of leftovers.h share. Nobody else includes this. */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"
#include "indexer/base/diagnostics.h"
#include "indexer/content/markdown_body.h"

/* The block that is looked through, and whom to tell. */
struct looking {
    struct arena *arena;
    const struct markdown_body *body;
    const struct markdown_block *block;
    struct diagnostics *diagnostics;
    size_t *looks; /* how often a mark may still be looked for in the lines as they were written */
};

/* Whether a mark that was found may be told: of thousands in one file, as no author types them, the rest are left. */
static inline bool left_may_look(const struct looking *looking)
{
    if (!*looking->looks || diagnostics_full(looking->diagnostics))
        return false;
    --*looking->looks;
    return true;
}

static inline struct place left_place(const struct looking *looking, size_t at, size_t size)
{
    return markdown_place_in(looking->body, looking->block, at, size);
}

#endif
