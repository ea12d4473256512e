#include "indexer/index/config.h"

#include "tests/unit/golden_index.h"

/* Files are read by several threads, and a connection to a database is one thread's. */
static void what_an_index_knows_is_loaded_whole(void **state)
{
    (void)state;
    struct config config = {0};
    config_load(golden_index, &config);
    assert_null(config.vocabularies.source.find);
    assert_non_null(vocabulary_term(vocabulary_find(&config.vocabularies, "evidence"), "e3"));
    assert_non_null(vocabulary_find(&config.vocabularies, "priority-areas"));
    assert_non_null(vocabulary_find(&config.vocabularies, "partner-types"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_an_index_knows_is_loaded_whole)};
    return cmocka_run_group_tests(tests, golden_open, golden_close);
}
