#include "search-cli/match.h"

#include <stdint.h>

struct row_state {
    size_t row;
    uint64_t held;
};

static bool holds(const struct plan_node *node, const struct row_state *state);

static bool holds_unsigned(const struct plan_node *node, const struct row_state *state)
{
    if (node->kind == PLAN_TERM)
        return state->held >> node->term & 1;
    if (node->kind == PLAN_FILTER)
        return bitset_has(&node->rows, state->row);
    bool any = node->kind == PLAN_ANY;
    for (size_t i = 0; i < node->part_count; i++)
        if (holds(&node->parts[i], state) == any)
            return any;
    return !any;
}

static bool holds(const struct plan_node *node, const struct row_state *state)
{
    return holds_unsigned(node, state) != (node->sign == QUERY_NOT);
}

bool plan_ranks(const struct plan *plan)
{
    for (size_t i = 0; i < plan->term_count; i++)
        if (plan->terms[i].scores)
            return true;
    return false;
}

/* Whether a row without any hit could answer: when nothing ranks, or a word is only one of the ways to hold. */
static bool needs_no_hit(const struct plan_node *node)
{
    if (node->kind == PLAN_FILTER || node->sign == QUERY_NOT)
        return true;
    bool any = node->kind == PLAN_ANY;
    for (size_t i = 0; i < node->part_count; i++)
        if (needs_no_hit(&node->parts[i]) == any)
            return any;
    return node->kind == PLAN_ALL;
}

static bool some_soft_part_needs_no_hit(const struct plan_node *root)
{
    for (size_t i = 0; i < root->part_count; i++)
        if (root->parts[i].kind == PLAN_ANY && root->parts[i].sign != QUERY_NOT && needs_no_hit(&root->parts[i]))
            return true;
    return false;
}

struct verdict {
    bool out;
    bool all; /* of the soft parts, and whether there were any that held */
    bool some;
    size_t failed; /* filters on facets that did not hold, of one facet only */
    size_t facet;
};

static bool is_own_selection(const struct plan_node *part)
{
    return part->kind == PLAN_FILTER && part->facet != PLAN_NO_FACET && part->sign != QUERY_NOT;
}

static struct verdict judge(const struct plan_node *root, const struct row_state *state)
{
    struct verdict verdict = {.all = true, .facet = PLAN_NO_FACET};
    for (size_t i = 0; i < root->part_count && !verdict.out; i++) {
        const struct plan_node *part = &root->parts[i];
        bool held = holds(part, state);
        if (part->soft && part->sign == QUERY_PLAIN) {
            verdict.all &= held;
            verdict.some |= held;
        } else if (!held && is_own_selection(part)) {
            verdict.out = verdict.failed && verdict.facet != part->facet;
            verdict.facet = part->facet;
            verdict.failed++;
        } else {
            verdict.out = !held;
        }
    }
    return verdict;
}

static void add_match(struct arena *arena, struct matches *matches, const struct match *match)
{
    matches->items = arena_grow(arena, matches->items, matches->count, &matches->capacity, sizeof *matches->items);
    matches->items[matches->count++] = *match;
    bitset_add(arena, match->all ? &matches->all : &matches->some, match->row);
    matches->total += match->all;
    matches->related += !match->all;
}

/* A row that only the filters of one facet keep out counts for that facet, and one that nothing keeps out for all. */
static void add_without(struct arena *arena, struct matches *matches, const struct verdict *verdict, size_t row,
                        bool all)
{
    for (size_t facet = 0; facet < FACET_COUNT; facet++)
        if (matches->filtered[facet] && (!verdict->failed || verdict->facet == facet))
            bitset_add(arena, all ? &matches->all_without[facet] : &matches->some_without[facet], row);
}

static void look_at(struct arena *arena, struct matches *matches, const struct ranking *ranking,
                    const struct collected *collected, size_t row, size_t place)
{
    const struct collected_row *hits = place == SIZE_MAX ? NULL : &collected->rows[place];
    struct row_state state = {row, hits ? rank_held(ranking, collected, hits) : 0};
    struct verdict verdict = judge(&ranking->plan->root, &state);
    if (verdict.out)
        return;
    struct match match = {row, place, hits ? rank_score(ranking, collected, hits, NULL) : 0, verdict.all};
    if (!match.all && !verdict.some && match.score <= 0)
        return;
    add_without(arena, matches, &verdict, row, match.all);
    if (!verdict.failed)
        add_match(arena, matches, &match);
}

struct matches matches_find(struct arena *arena, const struct ranking *ranking, const struct collected *collected,
                            const struct bitset *visible)
{
    struct matches matches = {0};
    const struct plan_node *root = &ranking->plan->root;
    for (size_t i = 0; i < root->part_count; i++)
        if (is_own_selection(&root->parts[i]))
            matches.filtered[root->parts[i].facet] = true;
    bool hits_only = plan_ranks(ranking->plan) && !needs_no_hit(root) && !some_soft_part_needs_no_hit(root);
    size_t place = 0;
    for (size_t row = 0; !hits_only && bitset_next(visible, row, &row); row++) {
        while (place < collected->row_count && collected->rows[place].row < row)
            place++;
        bool hit = place < collected->row_count && collected->rows[place].row == row;
        look_at(arena, &matches, ranking, collected, row, hit ? place : SIZE_MAX);
    }
    for (; hits_only && place < collected->row_count; place++)
        if (bitset_has(visible, collected->rows[place].row))
            look_at(arena, &matches, ranking, collected, collected->rows[place].row, place);
    return matches;
}
