#include "search-cli/plan_resolve.h"

#include <assert.h>
#include <string.h>

#include "indexer/content/case_parts.h"
#include "indexer/content/nearest.h"
#include "search-cli/plan_filters.h"
#include "search-cli/query_fields.h"

/* One tree that is being resolved. */
struct resolving {
    const struct term_finder *finder;
    struct arena *arena;
    struct string_list *notes;
};

static void note(const struct resolving *resolving, const char *sentence)
{
    string_list_add(resolving->arena, resolving->notes, sentence);
}

/* "" is the end of a range that is open. */
static void note_unknown(const struct resolving *resolving, const char *field, const char *value, const char *hint,
                         bool alone)
{
    struct arena *arena = resolving->arena;
    bool part = strcmp(field, case_parts_key) == 0;
    note(resolving, arena_format(arena, "\"%s\" is %s%s: it was %s.%s%s%s%s%s", value,
                                 part ? "nothing that case studies have" : "not a term of ", part ? "" : field,
                                 alone ? "read as words" : "left out", hint ? " Did you mean " : "", hint ? field : "",
                                 hint ? ":" : "", hint ? hint : "", hint ? "?" : ""));
}

/* The term or part that a value of a filter stands for, or NULL; `hint` is what else it may have been. */
static const char *meant_by(const struct resolving *resolving, const struct query_node *node, const char *value,
                            const char **hint)
{
    if (node->field_kind == QUERY_FIELD_PARTS) {
        struct string_list names = case_part_names(resolving->arena);
        const char *part = case_part_find(resolving->arena, value);
        *hint = part ? NULL : nearest(value, names.items, names.count);
        return part;
    }
    const struct facet *facet = &facets[plan_facet(node->field)];
    const char *id = plan_term_find(resolving->finder->index, facet, value);
    if (id)
        return id;
    struct string_list meant = plan_terms_meant(resolving->finder, facet, value);
    if (meant.count == 1) {
        note(resolving,
             arena_format(resolving->arena, "\"%s\" was read as %s:%s.", value, node->field, meant.items[0]));
        return meant.items[0];
    }
    *hint = plan_term_hint(resolving->finder, facet, value);
    return NULL;
}

/* A filter without any known value turns into its words. */
static void turn_into_words(struct arena *arena, struct query_node *node, const struct string_list *values)
{
    struct query_node all = {.kind = QUERY_ALL, .sign = node->sign};
    for (size_t i = 0; i < values->count; i++)
        query_node_add(arena, &all, &(struct query_node){.kind = QUERY_WORD, .text = values->items[i]});
    *node = all.part_count == 1 ? *all.parts[0] : all;
    node->sign = all.sign;
}

static void resolve_terms(const struct resolving *resolving, struct query_node *node)
{
    struct string_list known = {0};
    struct string_list unknown = {0};
    struct string_list hints = {0};
    for (size_t i = 0; i < node->values.count; i++) {
        const char *hint = NULL;
        const char *id = meant_by(resolving, node, node->values.items[i], &hint);
        string_list_add(resolving->arena, id ? &known : &unknown, id ? id : node->values.items[i]);
        if (!id)
            string_list_add(resolving->arena, &hints, hint);
    }
    for (size_t i = 0; i < unknown.count; i++)
        note_unknown(resolving, node->field, unknown.items[i], hints.items[i], !known.count);
    node->values = known;
    if (!known.count)
        turn_into_words(resolving->arena, node, &unknown);
}

static void resolve_bound(const struct resolving *resolving, const struct query_node *node, const char **bound,
                          struct string_list *unknown)
{
    const char *hint = NULL;
    const char *id = **bound ? meant_by(resolving, node, *bound, &hint) : "";
    if (id) {
        *bound = id;
        return;
    }
    note_unknown(resolving, node->field, *bound, hint, true);
    string_list_add(resolving->arena, unknown, *bound);
}

static void turn_if_needed(const struct resolving *resolving, struct query_node *node)
{
    const struct vocabulary *vocabulary = plan_vocabulary(resolving->finder->index, &facets[plan_facet(node->field)]);
    const char *from = node->from;
    assert(vocabulary); /* an end of the range is one of its terms */
    if (!*node->from || !*node->to ||
        plan_position(vocabulary, node->from, 0) <= plan_position(vocabulary, node->to, 0))
        return;
    note(resolving, query_field_turned(resolving->arena, node->field, node->from, node->to));
    node->from = node->to;
    node->to = from;
}

static void resolve_range(const struct resolving *resolving, struct query_node *node)
{
    struct string_list unknown = {0};
    resolve_bound(resolving, node, &node->from, &unknown);
    resolve_bound(resolving, node, &node->to, &unknown);
    if (unknown.count)
        turn_into_words(resolving->arena, node, &unknown);
    else
        turn_if_needed(resolving, node);
}

/* How many of the words behind a part of a group make its last value a label; the text is then that label. */
static size_t words_of_label(const struct resolving *resolving, const struct query_node *group, size_t at,
                             const char **label)
{
    const struct query_node *filter = group->parts[at];
    const struct facet *facet = &facets[plan_facet(filter->field)];
    const char *text = filter->values.items[filter->values.count - 1];
    if (plan_term_find(resolving->finder->index, facet, text))
        return 0;
    for (size_t i = at + 1; i < group->part_count && i - at < PLAN_LABEL_WORDS_MAX; i++) {
        const struct query_node *word = group->parts[i];
        if (word->kind != QUERY_WORD || word->sign != QUERY_PLAIN)
            return 0;
        text = arena_format(resolving->arena, "%s %s", text, word->text);
        *label = plan_term_find(resolving->finder->index, facet, text);
        if (*label) {
            note(resolving, arena_format(resolving->arena, "\"%s\" was read as %s:%s.", text, filter->field, *label));
            return i - at;
        }
    }
    return 0;
}

/* `region:north west`: the words behind a filter that make its value a label belong to it. */
static void join_labels(const struct resolving *resolving, struct query_node *group)
{
    for (size_t at = 0; at < group->part_count; at++) {
        struct query_node *part = group->parts[at];
        const char *label = NULL;
        if (part->kind != QUERY_TERMS || part->field_kind != QUERY_FIELD_TERMS)
            continue;
        size_t words = words_of_label(resolving, group, at, &label);
        if (!words)
            continue;
        part->values.items[part->values.count - 1] = label;
        group->part_count -= words;
        memmove(&group->parts[at + 1], &group->parts[at + 1 + words],
                (group->part_count - at - 1) * sizeof *group->parts);
    }
}

static void resolve(const struct resolving *resolving, struct query_node *node)
{
    if (node->kind == QUERY_ALL)
        join_labels(resolving, node);
    for (size_t i = 0; i < node->part_count; i++)
        resolve(resolving, node->parts[i]);
    bool named = node->field_kind == QUERY_FIELD_TERMS || node->field_kind == QUERY_FIELD_PARTS;
    if (node->kind == QUERY_TERMS && named)
        resolve_terms(resolving, node);
    else if (node->kind == QUERY_RANGE && named)
        resolve_range(resolving, node);
}

void plan_resolve(const struct term_finder *finder, struct query_node *node, struct string_list *notes)
{
    const struct resolving resolving = {finder, finder->arena, notes};
    resolve(&resolving, node);
}
