#include "indexer/content/references.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/content/codes.h"
#include "indexer/content/nearest.h"
#include "indexer/content/scalars.h"

static void add(struct arena *arena, struct references *references, const struct case_study *study,
                enum reference_kind kind, const char *to, struct place place)
{
    references->items =
        arena_grow(arena, references->items, references->count, &references->capacity, sizeof *references->items);
    references->items[references->count++] = (struct reference){
        arena_string(arena, study->id), arena_string(arena, study->path), arena_string(arena, to), kind, place};
}

struct referring_field {
    enum case_field field;
    enum reference_kind kind;
};

static const struct referring_field referring_fields[] = {
    {CASE_RELATED, REFERENCE_RELATED},
    {CASE_REPLACES, REFERENCE_REPLACES},
    {CASE_ADAPTED_FROM, REFERENCE_ADAPTED_FROM},
    {CASE_ALIASES, REFERENCE_ALIAS},
};

void references_add(struct arena *arena, struct references *references, const struct case_study *study)
{
    for (size_t i = 0; i < study->body.link_count; i++)
        if (!study->body.links[i].is_page)
            add(arena, references, study, REFERENCE_LINK, study->body.links[i].target, study->body.links[i].place);
    for (size_t i = 0; i < sizeof referring_fields / sizeof *referring_fields; i++) {
        const struct value *value = &study->fields[referring_fields[i].field];
        const struct value *items = value->kind == VALUE_LIST ? value->items : value;
        size_t count = value->kind == VALUE_LIST ? value->count : value->kind == VALUE_TEXT;
        for (size_t j = 0; j < count; j++)
            if (!scalar_url(items[j].text))
                add(arena, references, study, referring_fields[i].kind, items[j].text, items[j].place);
    }
}

static int compare_id(const void *key, const void *item)
{
    return strcmp(key, *(const char *const *)item);
}

static bool exists(const struct string_list *ids, const char *id)
{
    return ids->count && bsearch(id, ids->items, ids->count, sizeof *ids->items, compare_id);
}

/* References of one kind, in an order in which they can be looked up. */
struct order {
    const struct reference **items;
    size_t count;
};

static int compare_to(const void *a, const void *b)
{
    const struct reference *first = *(const struct reference *const *)a;
    const struct reference *second = *(const struct reference *const *)b;
    int order = strcmp(first->to, second->to);
    return order ? order : (first > second) - (first < second);
}

static int compare_from(const void *a, const void *b)
{
    const struct reference *first = *(const struct reference *const *)a;
    const struct reference *second = *(const struct reference *const *)b;
    int order = strcmp(first->from, second->from);
    return order ? order : (first > second) - (first < second);
}

static struct order order_by(struct arena *arena, const struct references *references, enum reference_kind kind,
                             int (*compare)(const void *, const void *))
{
    struct order order = {0};
    order.items = arena_array(arena, references->count, sizeof *order.items);
    for (size_t i = 0; i < references->count; i++)
        if (references->items[i].kind == kind)
            order.items[order.count++] = &references->items[i];
    if (order.count)
        qsort(order.items, order.count, sizeof *order.items, compare);
    return order;
}

/* The first whose id, by one end or the other, is not before this one; count when there is none. */
static size_t lower_bound(const struct order *order, const char *id, bool by_from)
{
    size_t low = 0;
    size_t high = order->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct reference *at = order->items[middle];
        if (strcmp(by_from ? at->from : at->to, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/*
 * A case is adapted from at most one, so from each there is one way on. Every case is walked over once: a walk ends
 * where nothing follows, or at a case that some walk has passed. When that was the same walk, the way has closed, and
 * what lies on it from there on is a circle.
 */
struct circles {
    struct order adaptations; /* by the case that was adapted */
    size_t *walks;            /* for each, the number of the walk that passed it first, or 0 */
    bool *closed;             /* it lies on a circle */
};

/* The adaptation that a case names, as its number, or count. */
static size_t adaptation_of(const struct order *adaptations, const char *id)
{
    size_t at = lower_bound(adaptations, id, true);
    return at < adaptations->count && strcmp(adaptations->items[at]->from, id) == 0 ? at : adaptations->count;
}

static size_t next_adaptation(const struct order *adaptations, size_t at)
{
    return adaptation_of(adaptations, adaptations->items[at]->to);
}

static void close_circle(struct circles *circles, size_t at)
{
    while (!circles->closed[at]) {
        circles->closed[at] = true;
        at = next_adaptation(&circles->adaptations, at);
    }
}

static struct circles find_circles(struct arena *arena, const struct references *references)
{
    struct circles circles = {.adaptations = order_by(arena, references, REFERENCE_ADAPTED_FROM, compare_from)};
    size_t count = circles.adaptations.count;
    circles.walks = arena_array(arena, count, sizeof *circles.walks);
    circles.closed = arena_array(arena, count, sizeof *circles.closed);
    for (size_t start = 0; start < count; start++) {
        size_t at = start;
        while (at < count && !circles.walks[at]) {
            circles.walks[at] = start + 1;
            at = next_adaptation(&circles.adaptations, at);
        }
        if (at < count && circles.walks[at] == start + 1)
            close_circle(&circles, at);
    }
    return circles;
}

/* A case that names itself is told so in other words. */
static bool in_circle(const struct circles *circles, const struct reference *reference)
{
    size_t at = adaptation_of(&circles->adaptations, reference->from);
    return circles->closed[at] && strcmp(reference->from, reference->to) != 0;
}

static void report_nowhere(struct arena *arena, const struct reference *reference, const struct string_list *ids,
                           struct diagnostics *diagnostics)
{
    const char *near = diagnostics_full(diagnostics) ? NULL : nearest(reference->to, ids->items, ids->count);
    enum code_id code = reference->kind == REFERENCE_LINK ? CODE_LINK_NOWHERE : CODE_MENTION_NOWHERE;
    report(diagnostics, code, reference->place,
           near ? arena_format(arena, "did you mean %s?", near)
                : "use the file name of a case study in content/case-studies/, without .md",
           "there is no case study \"%s\"", reference->to);
}

/* An old id must not be that of a case, nor an old id of another that came first. */
static void check_alias(const struct order *aliases, const struct reference *alias, const struct string_list *ids,
                        struct diagnostics *diagnostics)
{
    const struct reference *first = aliases->items[lower_bound(aliases, alias->to, false)];
    if (exists(ids, alias->to) || strcmp(first->from, alias->from) != 0)
        report(diagnostics, CODE_ALIAS_TAKEN, alias->place, "take it out, or rename the other",
               "the old id \"%s\" belongs to another case study", alias->to);
}

static void check_mention(struct arena *arena, const struct reference *reference, const struct string_list *ids,
                          struct diagnostics *diagnostics)
{
    if (strcmp(reference->from, reference->to) == 0)
        report(diagnostics, CODE_MENTION_SELF, reference->place, "take it out", "this case study names itself");
    else if (!exists(ids, reference->to))
        report_nowhere(arena, reference, ids, diagnostics);
}

void references_check(struct arena *arena, const struct references *references, const struct string_list *ids,
                      struct diagnostics *diagnostics)
{
    struct order aliases = order_by(arena, references, REFERENCE_ALIAS, compare_to);
    struct circles circles = find_circles(arena, references);
    for (size_t i = 0; i < references->count; i++) {
        const struct reference *reference = &references->items[i];
        diagnostics_file(diagnostics, reference->path, NULL, 0);
        if (reference->kind == REFERENCE_ALIAS)
            check_alias(&aliases, reference, ids, diagnostics);
        else
            check_mention(arena, reference, ids, diagnostics);
        if (reference->kind == REFERENCE_ADAPTED_FROM && in_circle(&circles, reference))
            report(diagnostics, CODE_CIRCLE, reference->place,
                   "find out which one came first, and take adapted_from out there",
                   "this case and \"%s\" are adapted from each other", reference->to);
    }
}
