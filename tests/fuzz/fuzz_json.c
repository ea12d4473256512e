/* JSON from strangers: a tree as deep as it may be, with nothing twice and no NUL, or a problem that stands in the text. */
#include "indexer/base/json_read.h"
#include "tests/fuzz/fuzz.h"

static void look_at(const struct yaml_node *node, size_t depth)
{
    fuzz_must(depth <= 32, "nothing nests deeper than 32");
    fuzz_must(node->kind == TREE_SCALAR || !node->quoted, "only texts stand in quotation marks");
    if (node->kind == TREE_SCALAR) {
        fuzz_must(node->text, "a scalar has a text");
        size_t offset = 0;
        fuzz_must(utf8_check(node->text, strlen(node->text), &offset), "a text is UTF-8");
    }
    for (size_t i = 0; i < node->count; i++) {
        if (node->kind == TREE_LIST) {
            look_at(node->items[i], depth + 1);
            continue;
        }
        fuzz_must(yaml_get(node, node->entries[i].key) == node->entries[i].value, "no key stands twice");
        look_at(node->entries[i].value, depth + 1);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct json_problem problem;
    size_t lines = 1;
    for (size_t i = 0; i < size; i++)
        lines += data[i] == '\n';
    const struct yaml_node *root = json_read(&arena, (const char *)data, size, &problem);
    fuzz_must(!root == (problem.words != NULL), "there is a tree or a problem");
    if (root)
        look_at(root, 0);
    else
        fuzz_must(problem.place.line >= 1 && problem.place.line <= lines, "a problem stands in the text");
    arena_free(&arena);
    return 0;
}
