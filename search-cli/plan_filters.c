#include "search-cli/plan_filters.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/ascii.h"
#include "indexer/content/nearest.h"
#include "indexer/content/vocabulary.h"
#include "indexer/index/dates.h"
#include "indexer/index/numbers.h"
#include "indexer/index/queries.h"

size_t plan_facet(const char *field)
{
    size_t i = 0;
    while (i < FACET_COUNT && strcmp(facets[i].key, field))
        i++;
    return i;
}

static const struct vocabulary *vocabulary_of(struct index *index, const struct facet *facet)
{
    return vocabulary_find(index_vocabularies(index), facet->vocabulary);
}

/* Letters without regard to case; blanks, hyphens and underscores are the same. */
static bool same_text(const char *a, const char *b)
{
    for (;; a++, b++) {
        char one = *a == ' ' || *a == '_' ? '-' : ascii_lower(*a);
        char other = *b == ' ' || *b == '_' ? '-' : ascii_lower(*b);
        if (one != other)
            return false;
        if (!one)
            return true;
    }
}

const char *plan_term_find(struct index *index, const struct facet *facet, const char *value)
{
    const struct vocabulary *vocabulary = vocabulary_of(index, facet);
    for (size_t i = 0; vocabulary && i < vocabulary->count; i++)
        if (same_text(vocabulary->terms[i].id, value) || same_text(vocabulary->terms[i].label, value))
            return vocabulary->terms[i].id;
    return NULL;
}

const char *plan_term_nearest(struct index *index, struct arena *arena, const struct facet *facet, const char *value)
{
    const struct vocabulary *vocabulary = vocabulary_of(index, facet);
    struct string_list ids = {0};
    struct string_list starts = {0};
    for (size_t i = 0; vocabulary && i < vocabulary->count; i++) {
        string_list_add(arena, &ids, vocabulary->terms[i].id);
        if (!strncmp(vocabulary->terms[i].id, value, strlen(value)))
            string_list_add(arena, &starts, vocabulary->terms[i].id);
    }
    return starts.count && *value ? starts.items[0] : nearest(value, ids.items, ids.count);
}

static void note_unknown(struct index *index, struct arena *arena, size_t facet, const char *value, bool alone,
                         struct string_list *notes)
{
    const char *near = plan_term_nearest(index, arena, &facets[facet], value);
    const char *hint = near ? arena_format(arena, " Did you mean %s:%s?", facets[facet].key, near) : "";
    string_list_add(arena, notes,
                    arena_format(arena, "\"%s\" is not a term of %s: it was %s.%s", value, facets[facet].key,
                                 alone ? "searched as words" : "left out", hint));
}

/* A filter without any known value turns into its words. */
static void turn_into_words(struct arena *arena, struct query_node *node, const struct string_list *values)
{
    struct query_node all = {.kind = QUERY_ALL, .sign = node->sign};
    for (size_t i = 0; i < values->count; i++)
        if (*values->items[i])
            query_node_add(arena, &all, &(struct query_node){.kind = QUERY_WORD, .text = values->items[i]});
    *node = all.part_count == 1 ? *all.parts[0] : all;
    node->sign = all.sign;
}

static void resolve_terms(struct index *index, struct arena *arena, struct query_node *node, struct string_list *notes)
{
    size_t facet = plan_facet(node->field);
    struct string_list known = {0};
    struct string_list unknown = {0};
    for (size_t i = 0; i < node->values.count; i++) {
        const char *id = plan_term_find(index, &facets[facet], node->values.items[i]);
        string_list_add(arena, id ? &known : &unknown, id ? id : node->values.items[i]);
    }
    for (size_t i = 0; i < unknown.count; i++)
        note_unknown(index, arena, facet, unknown.items[i], !known.count, notes);
    node->values = known;
    if (!known.count)
        turn_into_words(arena, node, &unknown);
}

static bool resolve_bound(struct index *index, struct arena *arena, size_t facet, const char **bound,
                          struct string_list *unknown)
{
    const char *id = **bound ? plan_term_find(index, &facets[facet], *bound) : "";
    if (!id)
        string_list_add(arena, unknown, *bound);
    else
        *bound = id;
    return id != NULL;
}

static void resolve_range(struct index *index, struct arena *arena, struct query_node *node, struct string_list *notes)
{
    size_t facet = plan_facet(node->field);
    struct string_list unknown = {0};
    bool from = resolve_bound(index, arena, facet, &node->from, &unknown);
    bool to = resolve_bound(index, arena, facet, &node->to, &unknown);
    for (size_t i = 0; i < unknown.count; i++)
        note_unknown(index, arena, facet, unknown.items[i], true, notes);
    if (!from || !to)
        turn_into_words(arena, node, &unknown);
}

void plan_resolve(struct index *index, struct arena *arena, struct query_node *node, struct string_list *notes)
{
    for (size_t i = 0; i < node->part_count; i++)
        plan_resolve(index, arena, node->parts[i], notes);
    if (node->kind == QUERY_TERMS)
        resolve_terms(index, arena, node, notes);
    else if (node->kind == QUERY_RANGE && !node->is_date && !node->is_number)
        resolve_range(index, arena, node, notes);
}

static struct bitset date_rows(struct index *index, struct arena *arena, const struct query_node *node)
{
    struct bitset rows = dates_between(index, arena, node->field, node->from, node->to);
    if (node->from_excluded) {
        struct bitset out = dates_between(index, arena, node->field, node->from, node->from);
        bitset_minus(&rows, &out);
    }
    if (node->to_excluded) {
        struct bitset out = dates_between(index, arena, node->field, node->to, node->to);
        bitset_minus(&rows, &out);
    }
    return rows;
}

/* Whole numbers: what is excluded is the next one. */
static struct bitset number_rows(struct index *index, struct arena *arena, const struct query_node *node)
{
    int64_t from = *node->from ? strtoll(node->from, NULL, 10) + node->from_excluded : 0;
    int64_t to = *node->to ? strtoll(node->to, NULL, 10) - node->to_excluded : INT64_MAX;
    return numbers_between(index, arena, node->field, from, to);
}

static void add_term_rows(struct index *index, struct arena *arena, const char *field, const char *term,
                          struct bitset *rows)
{
    struct bitset more = index_term_rows(index, arena, field, term);
    bitset_or(arena, rows, &more);
}

static size_t position_of(const struct vocabulary *vocabulary, const char *id, size_t fallback)
{
    for (size_t i = 0; i < vocabulary->count; i++)
        if (!strcmp(vocabulary->terms[i].id, id))
            return i;
    return fallback;
}

/* Terms stand in the order of their vocabulary: e0 to e5, neighbourhood to national. */
static struct bitset range_rows(struct index *index, struct arena *arena, const struct query_node *node)
{
    const struct vocabulary *vocabulary = vocabulary_of(index, &facets[plan_facet(node->field)]);
    struct bitset rows = {0};
    if (!vocabulary || !vocabulary->count)
        return rows;
    size_t from = position_of(vocabulary, node->from, 0) + node->from_excluded;
    size_t end = position_of(vocabulary, node->to, vocabulary->count - 1) + !node->to_excluded;
    for (size_t i = from; i < end; i++)
        add_term_rows(index, arena, node->field, vocabulary->terms[i].id, &rows);
    return rows;
}

struct bitset plan_filter_rows(struct index *index, struct arena *arena, const struct query_node *node)
{
    struct bitset rows = {0};
    if (node->is_date)
        return date_rows(index, arena, node);
    if (node->is_number)
        return number_rows(index, arena, node);
    if (node->kind == QUERY_RANGE)
        return range_rows(index, arena, node);
    for (size_t i = 0; i < node->values.count; i++)
        add_term_rows(index, arena, node->field, node->values.items[i], &rows);
    return rows;
}
