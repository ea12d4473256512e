/* The query language: any bytes are a query, which is told in words. */
#include "search-cli/query.h"
#include "tests/fuzz/fuzz.h"

static void look_at(const struct query_node *node, size_t depth)
{
    /* A bracket is two nodes where it is one of several alternatives: a | (b (…)). */
    fuzz_must(depth <= 2 * QUERY_DEPTH_MAX + 2, "brackets nest no deeper than they may");
    fuzz_must(node->kind != QUERY_ANY || node->part_count > 1, "alternatives are several");
    fuzz_must(node->kind != QUERY_TERMS || node->values.count > 0, "a field has values");
    for (size_t i = 0; i < node->part_count; i++)
        look_at(node->parts[i], depth + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct text words = {0};
    struct query query = query_parse(&arena, (const char *)data, size);
    look_at(query.root, 0);
    query_print(&words, query.root);
    fuzz_must_be_shown(text_string(&words));
    for (size_t i = 0; i < query.notes.count; i++)
        fuzz_must_be_shown(query.notes.items[i]);
    text_clear(&words);
    for (size_t i = 0; i < query.root->part_count; i++)
        query_type(&words, query.root->parts[i]);
    fuzz_must_be_shown(text_string(&words));
    text_free(&words);
    arena_free(&arena);
    return 0;
}
