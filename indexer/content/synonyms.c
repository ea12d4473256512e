#include "indexer/content/synonyms.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "indexer/content/ask.h"
#include "indexer/content/codes.h"
#include "indexer/content/field_names.h"
#include "indexer/content/own_fields.h"
#include "indexer/content/source.h"
#include "indexer/content/value.h"
#include "indexer/content/value_check.h"

static const char path[] = "content/vocabulary/synonyms.yaml";
enum { SYNONYMS_FILE_MAX = 1024 * 1024 };

const char *synonym_key(enum synonym_kind kind)
{
    return synonym_fields[kind].key;
}

static void take_members(struct arena *arena, struct string_list *members, const struct value *list)
{
    for (size_t i = 0; i < list->count; i++)
        string_list_add(arena, members, list->items[i].text);
}

static void read_group(struct arena *arena, struct synonym_group *group, const struct yaml_node *node,
                       struct value *values, struct diagnostics *diagnostics)
{
    if (node->kind != TREE_MAP) {
        report(
            diagnostics, CODE_NOT_GROUP, node->place,
            arena_format(arena, "which of its answers is it: %s?", ask_members(arena, synonym_fields, GROUP_MEMBERS)),
            "a group of synonyms is a group of answers that begins with words:");
        return;
    }
    struct value_reader reader = {arena, diagnostics, NULL};
    struct value_checker checker = {arena, NULL, diagnostics};
    values_read(&reader, synonym_fields, GROUP_MEMBERS, node, values);
    values_check(&checker, synonym_fields, GROUP_MEMBERS, values);
    values_require(&checker, synonym_fields, GROUP_MEMBERS, values, node->place, NULL);
    for (size_t kind = 0; kind < SYNONYM_KINDS; kind++)
        take_members(arena, &group->members[kind], &values[kind]);
}

/* Words by their letters, equal ones in the order of the file. */
static int compare_words(const void *a, const void *b)
{
    const struct value *first = *(const struct value *const *)a;
    const struct value *second = *(const struct value *const *)b;
    int order = strcasecmp(first->text, second->text);
    if (!order)
        order = (first->place.line > second->place.line) - (first->place.line < second->place.line);
    return order ? order : (first->place.column > second->place.column) - (first->place.column < second->place.column);
}

/* A word that means two things as one would make the groups one; only `related` may repeat what stands elsewhere. */
static void check_once(struct arena *arena, struct value *const *groups, size_t count, struct diagnostics *diagnostics)
{
    const struct value **words = NULL;
    size_t used = 0;
    size_t capacity = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t kind = 0; kind < SYNONYM_KINDS; kind++)
            for (size_t j = 0; kind != SYNONYM_RELATED && j < groups[i][kind].count; j++) {
                words = arena_grow(arena, words, used, &capacity, sizeof *words);
                words[used++] = &groups[i][kind].items[j];
            }
    if (used)
        qsort(words, used, sizeof *words, compare_words);
    for (size_t i = 1; i < used; i++)
        if (strcasecmp(words[i - 1]->text, words[i]->text) == 0)
            report(diagnostics, CODE_SYNONYM, words[i]->place,
                   "leave it in the group whose meaning it has, or put it under related: there",
                   "\"%s\" stands in line %zu too", words[i]->text, words[i - 1]->place.line);
}

static void read_groups(struct arena *arena, struct synonyms *synonyms, const struct yaml_node *list,
                        struct diagnostics *diagnostics)
{
    struct value **values = arena_array(arena, list->count ? list->count : 1, sizeof *values);
    synonyms->items = arena_array(arena, list->count ? list->count : 1, sizeof *synonyms->items);
    for (; synonyms->count < list->count; synonyms->count++) {
        size_t at = synonyms->count;
        values[at] = arena_array(arena, GROUP_MEMBERS, sizeof **values);
        read_group(arena, &synonyms->items[at], list->items[at], values[at], diagnostics);
    }
    check_once(arena, values, list->count, diagnostics);
}

bool synonyms_read(struct arena *arena, const char *root, struct synonyms *synonyms, struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    size_t size = 0;
    *synonyms = (struct synonyms){0};
    const char *data =
        source_load_if_there(arena, file_join(arena, root, path), path, SYNONYMS_FILE_MAX, &size, diagnostics);
    const struct yaml_node *list = data ? source_read_yaml(arena, data, size, &synonym_names, diagnostics) : NULL;
    if (list && list->kind != TREE_LIST) {
        report(diagnostics, CODE_SHAPE, list->place,
               "begin each group with a hyphen and words:", "the synonyms must be a list of groups");
    } else if (list) {
        read_groups(arena, synonyms, list, diagnostics);
    }
    return diagnostics->errors == errors;
}
