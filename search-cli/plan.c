#include "search-cli/plan.h"

#include <string.h>

size_t plan_leaf_add(struct arena *arena, struct plan *plan, const char *text, const char *stems, bool prefix)
{
    size_t found = 0;
    while (found < plan->leaf_count &&
           (plan->leaves[found].prefix != prefix || strcmp(plan->leaves[found].stems, stems)))
        found++;
    if (found < plan->leaf_count || !*text || found == PLAN_LEAVES_MAX)
        return *text ? found : PLAN_LEAVES_MAX;
    plan->leaves = arena_grow(arena, plan->leaves, plan->leaf_count, &plan->leaf_capacity, sizeof *plan->leaves);
    plan->leaves[plan->leaf_count++] = (struct plan_leaf){text, stems, prefix};
    return found;
}
