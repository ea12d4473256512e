#include "indexer/base/drafts.h"

#include <string.h>

const struct draft *drafts_find(const struct drafts *drafts, const char *path)
{
    for (size_t i = 0; drafts && i < drafts->count; i++)
        if (strcmp(drafts->items[i].path, path) == 0)
            return &drafts->items[i];
    return NULL;
}

void drafts_put(struct arena *arena, struct drafts *drafts, struct draft draft)
{
    const struct draft *known = drafts_find(drafts, draft.path);
    if (known) {
        drafts->items[known - drafts->items] = draft;
        return;
    }
    drafts->items = arena_grow(arena, drafts->items, drafts->count, &drafts->capacity, sizeof *drafts->items);
    drafts->items[drafts->count++] = draft;
}
