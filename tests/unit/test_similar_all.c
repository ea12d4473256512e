/* Neighbours of all cases at once are the neighbours of each alone, to the last bit. */
#include "tests/unit/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "indexer/index/update.h"
#include "search-cli/similar_all.h"

enum { LIMIT = 5 };

static void compare(const struct similar_cases *alone, const struct similar_cases *together)
{
    assert_int_equal(alone->count, together->count);
    for (size_t i = 0; i < alone->count; i++) {
        const struct similar_case *one = &alone->items[i];
        const struct similar_case *other = &together->items[i];
        assert_string_equal(one->study.id, other->study.id);
        assert_true(one->similarity == other->similarity);
        assert_int_equal(one->words.count, other->words.count);
        for (size_t j = 0; j < one->words.count; j++)
            assert_string_equal(one->words.items[j], other->words.items[j]);
        assert_int_equal(one->tag_count, other->tag_count);
        for (size_t j = 0; j < one->tag_count; j++) {
            assert_ptr_equal(one->tags[j].facet, other->tags[j].facet);
            assert_string_equal(one->tags[j].term, other->tags[j].term);
        }
    }
}

/* The catalogue's own content: whatever it becomes, both ways must agree on it. */
static void test_both_ways_agree(void **state)
{
    (void)state;
    char folder[] = "/tmp/catalogue-unit-XXXXXX";
    struct arena arena = {0};
    struct update_options options = {.rebuild = true, .keep_going = true};
    struct update_counts counts;
    struct diagnostics diagnostics = {0};
    struct index_status status;
    assert_non_null(mkdtemp(folder));
    const char *path = arena_format(&arena, "%s/catalogue.db", folder);
    assert_int_equal(index_update(".", path, &options, &counts, &status, &diagnostics), UPDATE_DONE);
    diagnostics_free(&diagnostics);
    struct index *index = index_open(path, INDEX_READ, &status);
    assert_non_null(index);
    struct inverted *words = inverted_read(index);
    assert_non_null(words);
    struct case_rows rows = index_cases(index, &arena, ORDER_ID, NULL);
    struct similar_all *all = similar_all_read(index, words, &rows);
    assert_non_null(all);
    assert_true(rows.count > 1);
    struct similar_cases *together = arena_array(&arena, rows.count, sizeof *together);
    for (size_t i = 0; i < rows.count; i++)
        together[i] = similar_all_find(all, &arena, rows.items[i].row, LIMIT);
    assert_int_equal(similar_all_find(all, &arena, 1000000, LIMIT).count, 0);
    similar_all_free(all);
    inverted_free(words); /* what they gave stays */
    for (size_t i = 0; i < rows.count; i++) {
        struct similar_cases alone = similar_find(index, &arena, rows.items[i].row, LIMIT);
        compare(&alone, &together[i]);
    }
    index_close(index);
    unlink(path);
    rmdir(folder);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_both_ways_agree)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
