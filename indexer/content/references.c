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

static void report_nowhere(struct arena *arena, const struct reference *reference, const struct string_list *ids,
                           struct diagnostics *diagnostics)
{
    const char *near = nearest(reference->to, ids->items, ids->count);
    enum code_id code = reference->kind == REFERENCE_LINK ? CODE_LINK_NOWHERE : CODE_MENTION_NOWHERE;
    report(diagnostics, code, reference->place,
           near ? arena_format(arena, "did you mean %s?", near)
                : "use the file name of a case study in content/case-studies/, without .md",
           "there is no case study \"%s\"", reference->to);
}

/* An old id must not be that of a case, nor an old id of another. */
static void check_alias(const struct references *references, size_t at, const struct string_list *ids,
                        struct diagnostics *diagnostics)
{
    const struct reference *alias = &references->items[at];
    bool taken = exists(ids, alias->to);
    for (size_t i = 0; i < at && !taken; i++)
        taken = references->items[i].kind == REFERENCE_ALIAS && strcmp(references->items[i].to, alias->to) == 0;
    if (taken)
        report(diagnostics, CODE_ALIAS_TAKEN, alias->place, "take it out, or rename the other",
               "the old id \"%s\" belongs to another case study", alias->to);
}

static void check_one(struct arena *arena, const struct references *references, size_t at,
                      const struct string_list *ids, struct diagnostics *diagnostics)
{
    const struct reference *reference = &references->items[at];
    if (reference->kind == REFERENCE_ALIAS)
        check_alias(references, at, ids, diagnostics);
    else if (strcmp(reference->from, reference->to) == 0)
        report(diagnostics, CODE_MENTION_SELF, reference->place, "take it out", "this case study names itself");
    else if (!exists(ids, reference->to))
        report_nowhere(arena, reference, ids, diagnostics);
}

static const struct reference *adaptation(const struct references *references, const char *from)
{
    for (size_t i = 0; i < references->count; i++)
        if (references->items[i].kind == REFERENCE_ADAPTED_FROM && strcmp(references->items[i].from, from) == 0)
            return &references->items[i];
    return NULL;
}

/* Each case is adapted from at most one, so a circle is found by walking on until the beginning comes back. */
static bool in_circle(const struct references *references, const struct reference *start)
{
    const struct reference *at = start;
    for (size_t steps = 0; at && steps <= references->count; steps++) {
        if (strcmp(at->to, start->from) == 0)
            return strcmp(start->from, start->to) != 0;
        at = adaptation(references, at->to);
    }
    return false;
}

void references_check(struct arena *arena, const struct references *references, const struct string_list *ids,
                      struct diagnostics *diagnostics)
{
    for (size_t i = 0; i < references->count; i++) {
        const struct reference *reference = &references->items[i];
        diagnostics_file(diagnostics, reference->path, NULL, 0);
        check_one(arena, references, i, ids, diagnostics);
        if (reference->kind == REFERENCE_ADAPTED_FROM && in_circle(references, reference))
            report(diagnostics, CODE_CIRCLE, reference->place,
                   "find out which one came first, and take adapted_from out there",
                   "this case and \"%s\" are adapted from each other", reference->to);
    }
}
