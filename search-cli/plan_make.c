#include "search-cli/plan_make.h"

#include <stdint.h>
#include <string.h>

#include "search-cli/plan_filters.h"
#include "search-cli/plan_resolve.h"
#include "search-cli/plan_words.h"

static void add_node(struct plan_maker *maker, struct plan_node *parent, const struct plan_node *part)
{
    parent->parts =
        arena_grow(maker->arena, parent->parts, parent->part_count, &parent->part_capacity, sizeof *parent->parts);
    parent->parts[parent->part_count++] = *part;
    parent->soft |= part->soft && part->sign == QUERY_PLAIN;
}

static void convert(struct plan_maker *maker, const struct query_node *node, bool scores, struct plan_node *parent);

static void close_run(struct plan_maker *maker, struct plan_run *run, struct plan_node *parent)
{
    plan_run_terms(maker, run);
    for (size_t i = 0; i < run->count; i++)
        if (run->items[i].term != SIZE_MAX)
            add_node(maker, parent,
                     &(struct plan_node){
                         .kind = PLAN_TERM, .soft = true, .light = run->items[i].light, .term = run->items[i].term});
    *run = (struct plan_run){0};
}

/* How heavy the heaviest words are. Filters are no words, but beside them nobody need say how one asks. */
static enum known_kind heaviest_of(const struct plan_node *parent)
{
    enum known_kind heaviest = KNOWN_FRAME;
    bool others = false;
    for (size_t i = 0; i < parent->part_count; i++) {
        const struct plan_node *part = &parent->parts[i];
        others |= part->light == KNOWN_NAME;
        if (part->soft && part->light < heaviest)
            heaviest = part->light;
    }
    return others && heaviest > KNOWN_PLAIN ? KNOWN_NAME : heaviest;
}

/*
 * Beside heavier words light ones need not hold: they leave the tree, and their terms weigh little. By themselves they
 * are words like others.
 */
static void loosen_light(struct plan_maker *maker, struct plan_node *parent)
{
    enum known_kind heaviest = heaviest_of(parent);
    size_t kept = 0;
    for (size_t i = 0; i < parent->part_count; i++) {
        if (parent->parts[i].light > heaviest)
            maker->plan->terms[parent->parts[i].term].weight = plan_weights[parent->parts[i].light];
        else
            parent->parts[kept++] = parent->parts[i];
    }
    parent->part_count = kept;
    parent->soft = false;
    for (size_t i = 0; i < kept; i++)
        parent->soft |= parent->parts[i].soft && parent->parts[i].sign == QUERY_PLAIN;
}

/* Plain words beside each other are a run; whatever else stands between them ends it. */
static void convert_parts(struct plan_maker *maker, const struct query_node *node, bool scores, struct plan_node *out)
{
    struct plan_run run = {0};
    for (size_t i = 0; i < node->part_count; i++) {
        const struct query_node *part = node->parts[i];
        if (part->kind == QUERY_WORD && part->sign == QUERY_PLAIN && scores) {
            plan_run_add(maker->tokenizer, maker->arena, &run, part->text);
            continue;
        }
        close_run(maker, &run, out);
        convert(maker, part, scores, out);
    }
    close_run(maker, &run, out);
    loosen_light(maker, out);
}

/* Each side of an alternative is one part: all of the words that came of it. */
static void convert_sides(struct plan_maker *maker, const struct query_node *node, bool scores, struct plan_node *out)
{
    for (size_t i = 0; i < node->part_count; i++) {
        const struct query_node *part = node->parts[i];
        const struct query_node side = {.kind = QUERY_ALL, .parts = &node->parts[i], .part_count = 1};
        struct plan_node all = {.kind = PLAN_ALL};
        convert_parts(maker, part->kind == QUERY_ALL && part->sign == QUERY_PLAIN ? part : &side, scores, &all);
        if (all.part_count)
            add_node(maker, out, all.part_count == 1 ? &all.parts[0] : &all);
    }
}

static void convert_group(struct plan_maker *maker, const struct query_node *node, bool scores,
                          struct plan_node *parent)
{
    bool any = node->kind == QUERY_ANY;
    struct plan_node group = {.kind = any ? PLAN_ANY : PLAN_ALL};
    (any ? convert_sides : convert_parts)(maker, node, scores, &group);
    group.sign = node->sign;
    if (group.part_count)
        add_node(maker, parent, &group);
}

static void convert_text(struct plan_maker *maker, const struct query_node *node, bool scores, struct plan_node *parent)
{
    bool prefix = node->kind == QUERY_PREFIX;
    struct plan_node term = {.kind = PLAN_TERM, .sign = node->sign, .soft = prefix};
    term.term = plan_phrase_term(maker, node->text, prefix, scores);
    if (term.term != SIZE_MAX)
        add_node(maker, parent, &term);
}

static void convert_filter(struct plan_maker *maker, const struct query_node *node, struct plan_node *parent)
{
    struct plan_node filter = {.kind = PLAN_FILTER, .sign = node->sign, .facet = plan_facet(node->field)};
    const struct term_finder finder = {maker->index, maker->tokenizer, maker->arena};
    filter.rows = plan_filter_rows(&finder, node, &maker->plan->notes);
    add_node(maker, parent, &filter);
}

static void convert(struct plan_maker *maker, const struct query_node *node, bool scores, struct plan_node *parent)
{
    scores = scores && node->sign != QUERY_NOT;
    if (node->kind == QUERY_TERMS || node->kind == QUERY_RANGE)
        convert_filter(maker, node, parent);
    else if (node->kind == QUERY_ALL || node->kind == QUERY_ANY)
        convert_group(maker, node, scores, parent);
    else
        convert_text(maker, node, scores, parent);
}

struct plan plan_make(struct index *index, struct tokenizer *tokenizer, struct arena *arena, struct query *query)
{
    struct plan plan = {.root = {.kind = PLAN_ALL}, .notes = query->notes};
    struct plan_maker maker = {.index = index, .tokenizer = tokenizer, .arena = arena, .plan = &plan};
    const struct term_finder finder = {index, tokenizer, arena};
    plan_resolve(&finder, query->root, &plan.notes);
    convert_parts(&maker, query->root, true, &plan.root);
    if (maker.stopped && !plan.term_count) {
        maker.keep_stop_words = true;
        plan.root = (struct plan_node){.kind = PLAN_ALL};
        convert_parts(&maker, query->root, true, &plan.root);
    }
    if (query->says && !plan.root.part_count)
        string_list_add(arena, &plan.notes, "Nothing in the query can be searched for: it was left out.");
    if (maker.dropped)
        string_list_add(arena, &plan.notes,
                        arena_format(arena, "Only the first %d different words of the query count.", PLAN_TERMS_MAX));
    return plan;
}
