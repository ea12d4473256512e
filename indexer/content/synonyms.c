#include "indexer/content/synonyms.h"

#include <string.h>

#include "indexer/base/file.h"
#include "indexer/content/codes.h"
#include "indexer/content/source.h"

const char *const synonym_keys[SYNONYM_KINDS] = {"words", "related", "hints", "match_only"};

static const char path[] = "content/vocabulary/synonyms.yaml";
enum { SYNONYMS_FILE_MAX = 1024 * 1024, SYNONYM_LONGEST = 80 };

static void read_member(struct string_list *members, const struct yaml_node *node, struct diagnostics *diagnostics)
{
    size_t size = node->kind == TREE_SCALAR ? strlen(node->text) : 0;
    if (!size || size > SYNONYM_LONGEST)
        report(diagnostics, CODE_VOCABULARY, node->place, NULL, "a synonym is a text of 1 to %d bytes",
               SYNONYM_LONGEST);
    else
        members->items[members->count++] = node->text;
}

static void read_members(struct arena *arena, struct string_list *members, const struct yaml_node *list,
                         struct diagnostics *diagnostics)
{
    if (!list)
        return;
    if (list->kind != TREE_LIST) {
        report(diagnostics, CODE_VOCABULARY, list->place, NULL, "this must be a list of words: [one, two words]");
        return;
    }
    members->items = arena_array(arena, list->count, sizeof *members->items);
    for (size_t i = 0; i < list->count; i++)
        read_member(members, list->items[i], diagnostics);
}

static bool is_key(const char *key)
{
    for (size_t i = 0; i < SYNONYM_KINDS; i++)
        if (!strcmp(synonym_keys[i], key))
            return true;
    return false;
}

static void read_group(struct arena *arena, struct synonym_group *group, const struct yaml_node *node,
                       struct diagnostics *diagnostics)
{
    if (node->kind != TREE_MAP || !yaml_get(node, synonym_keys[SYNONYM_WORD])) {
        report(diagnostics, CODE_VOCABULARY, node->place, NULL, "a group of synonyms needs `words`");
        return;
    }
    for (size_t i = 0; i < node->count; i++)
        if (!is_key(node->entries[i].key))
            report(diagnostics, CODE_VOCABULARY, node->entries[i].key_place, NULL,
                   "a group of synonyms has words, related, hints and match_only, not \"%s\"", node->entries[i].key);
    for (size_t kind = 0; kind < SYNONYM_KINDS; kind++)
        read_members(arena, &group->members[kind], yaml_get(node, synonym_keys[kind]), diagnostics);
}

bool synonyms_read(struct arena *arena, const char *root, struct synonyms *synonyms, struct diagnostics *diagnostics)
{
    size_t errors = diagnostics->errors;
    size_t size = 0;
    struct file file = {0};
    const char *full_path = file_join(arena, root, path);
    *synonyms = (struct synonyms){0};
    if (file_stat(full_path, &file) == FILE_MISSING)
        return true;
    const char *data = source_load(arena, full_path, path, SYNONYMS_FILE_MAX, &size, diagnostics);
    const struct yaml_node *list = data ? source_read_yaml(arena, data, size, diagnostics) : NULL;
    if (list && list->kind != TREE_LIST) {
        report(diagnostics, CODE_VOCABULARY, list->place, NULL, "the synonyms must be a list of groups");
    } else if (list) {
        synonyms->items = arena_array(arena, list->count, sizeof *synonyms->items);
        for (size_t i = 0; i < list->count; i++)
            read_group(arena, &synonyms->items[synonyms->count++], list->items[i], diagnostics);
    }
    return diagnostics->errors == errors;
}
