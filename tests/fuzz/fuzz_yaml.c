/* The part of YAML that people write by hand: what comes out is a tree whose nodes know their places. */
#include "indexer/base/yaml_tree.h"
#include "indexer/content/source.h"
#include "tests/fuzz/fuzz.h"

static void look_at(const struct yaml_node *node, size_t lines, size_t depth)
{
    fuzz_must(depth <= 32, "nothing nests deeper than 32");
    fuzz_must(node->place.line >= 1 && node->place.line <= lines, "a node stands in its file");
    fuzz_must(node->kind != TREE_SCALAR || node->text, "a scalar has a text");
    for (size_t i = 0; i < node->count; i++) {
        if (node->kind == TREE_LIST) {
            look_at(node->items[i], lines, depth + 1);
            continue;
        }
        fuzz_must(yaml_get(node, node->entries[i].key) == node->entries[i].value, "no key stands twice");
        look_at(node->entries[i].value, lines, depth + 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct yaml_problems problems = {0};
    size_t lines = 2;
    for (size_t i = 0; i < size; i++)
        lines += data[i] == '\n';
    if (source_guard((const char *)data, size, FRONT_MATTER_MAX, NULL)) {
        const struct yaml_node *root = yaml_tree_read(&arena, (const char *)data, size, 1, &problems);
        if (root)
            look_at(root, lines, 0);
        for (size_t i = 0; i < problems.count; i++)
            fuzz_must(problems.items[i].place.line <= lines, "a problem stands in its file");
    }
    arena_free(&arena);
    return 0;
}
