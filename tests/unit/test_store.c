/*
 * What happens when the database refuses a change of one of its tables: each is refused in turn, and whoever wrote is
 * told, whatever the table.
 */
#include "tests/unit/own_index.h"

#include "indexer/base/file.h"
#include "indexer/index/config.h"
#include "indexer/index/index_create.h"
#include "indexer/index/index_guard.h"
#include "indexer/index/public_copy.h"
#include "indexer/index/row_sets.h"
#include "indexer/index/statements.h"
#include "indexer/index/store.h"
#include "indexer/index/word_counts.h"

enum { FILE_MAX = 1 << 24 };

/* What is refused, on how many connections to come, and whether it was asked for. */
static struct {
    const char *table;
    int action;
    int connections;
    bool asked;
} refusal;

static int refuse(void *context, int action, const char *first, const char *second, const char *database,
                  const char *trigger)
{
    (void)context;
    (void)second;
    (void)database;
    (void)trigger;
    bool refused = refusal.table && action == refusal.action && first && strcmp(first, refusal.table) == 0;
    refusal.asked |= refused;
    return refused ? SQLITE_DENY : SQLITE_OK;
}

/* In place of the guard that the program has: every connection that is opened gets it. */
void index_guard(struct sqlite3 *db, const char *database, bool only_reads)
{
    (void)database;
    (void)only_reads;
    if (refusal.connections) {
        refusal.connections--;
        sqlite3_set_authorizer(db, refuse, NULL);
    }
}

void index_guard_steps(struct sqlite3 *db)
{
    (void)db;
}

void index_guard_renew(void)
{
}

static struct string_list tables(void)
{
    struct string_list names = {0};
    sqlite3_stmt *statement = NULL;
    static const char sql[] = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%'";
    assert_int_equal(sqlite3_prepare_v2(index_here->db, sql, -1, &statement, NULL), SQLITE_OK);
    while (sqlite3_step(statement) == SQLITE_ROW)
        string_list_add(&arena, &names, arena_string(&arena, (const char *)sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    assert_true(names.count > 15);
    return names;
}

static void open_refusing(const char *table, int action)
{
    struct index_status status;
    index_close(index_here);
    refusal.table = NULL;
    refusal.connections = 1;
    index_here = index_open(path, INDEX_WRITE, &status);
    refusal.connections = 0;
    assert_non_null(index_here);
    refusal.table = table;
    refusal.action = action;
    refusal.asked = false;
}

/* One case goes and comes back, the vocabularies are written anew, and nothing is kept of it. */
static bool write_all(const struct config *config)
{
    struct index_status status;
    struct index *reading = index_open(path, INDEX_READ, &status);
    struct case_study *study = index_case_study(reading, &arena, "barbers");
    assert_non_null(study);
    struct store store = {.index = index_here,
                          .sets = row_sets_new(&arena, index_here),
                          .words = word_counts_new(index_here),
                          .vocabularies = &config->vocabularies,
                          .settings = &config->settings,
                          .synonyms = &config->synonyms,
                          .known_words = &config->known_words};
    bool done = statement_run(statement_get(index_here, SQL_BEGIN)) && store_remove(&store, &arena, "barbers") &&
                store_case(&store, &arena, study, "source", 6, false) && store_finish(&store);
    word_counts_free(store.words);
    index_close(reading);
    return done;
}

static void a_case_that_cannot_be_written_or_removed_as_a_whole_is_told(void **state)
{
    (void)state;
    static const int actions[] = {SQLITE_INSERT, SQLITE_DELETE, SQLITE_UPDATE};
    struct diagnostics told = {0};
    struct config config = {0};
    size_t refused = 0;
    assert_true(config_read(&arena, "tests/golden", &config, &told));
    struct string_list names = tables();
    for (size_t i = 0; i < names.count; i++)
        for (size_t j = 0; j < COUNT_OF(actions); j++) {
            open_refusing(names.items[i], actions[j]);
            bool done = write_all(&config);
            if (done == refusal.asked || index_failed(index_here) != refusal.asked)
                fail_msg("%s, %d: %s", names.items[i], actions[j], done ? "done" : "not done");
            refused += refusal.asked;
        }
    assert_in_range(refused, 12, 40);
    open_refusing(NULL, 0);
    assert_true(write_all(&config));
    change("ROLLBACK");
    diagnostics_free(&told);
}

static void vocabularies_that_cannot_be_written_are_told(void **state)
{
    (void)state;
    struct diagnostics told = {0};
    struct config config = {0};
    size_t refused = 0;
    struct index_status status;
    assert_true(config_read(&arena, "tests/golden", &config, &told));
    struct string_list names = tables();
    const char *other = arena_format(&arena, "%s/other.db", folder);
    for (size_t i = 0; i < names.count; i++) {
        refusal.table = NULL;
        refusal.connections = 1;
        struct index *made = index_create(other, &status);
        assert_non_null(made);
        refusal.table = names.items[i];
        refusal.action = SQLITE_INSERT;
        refusal.asked = false;
        const struct store store = {.index = made,
                                    .vocabularies = &config.vocabularies,
                                    .settings = &config.settings,
                                    .synonyms = &config.synonyms,
                                    .known_words = &config.known_words};
        bool done = store_config(&store, &arena, "key");
        if (done == refusal.asked)
            fail_msg("%s: %s", names.items[i], done ? "done" : "not done");
        refused += refusal.asked;
        index_discard(made, &status);
    }
    assert_in_range(refused, 4, 8);
    refusal.connections = 0;
    diagnostics_free(&told);
}

static struct file bytes_of(const char *file_path)
{
    struct file file = {0};
    assert_int_equal(file_read(&arena, file_path, FILE_MAX, &file), FILE_DONE);
    return file;
}

/* The copy that a site offers is made beside the one that is there. */
static void a_copy_that_cannot_be_made_leaves_the_one_that_is_there(void **state)
{
    (void)state;
    struct index_status status;
    const char *copy = arena_format(&arena, "%s/copy.db", folder);
    const char *before = arena_format(&arena, "%s/before.db", folder);
    struct string_list names = tables();
    size_t refused = 0;
    refusal.table = NULL;
    assert_true(public_copy(index_here, NULL, before, &status));
    assert_true(public_copy(index_here, NULL, copy, &status));
    struct file whole = bytes_of(copy);
    for (size_t i = 0; i < names.count; i++) {
        refusal.table = names.items[i];
        refusal.action = SQLITE_INSERT;
        refusal.asked = false;
        refusal.connections = 1;
        bool done = public_copy(index_here, NULL, copy, &status);
        if (done == refusal.asked || bytes_of(copy).size != whole.size)
            fail_msg("%s: %s", names.items[i], done ? "done" : "not done");
        refused += refusal.asked;
        /* From an earlier copy: where that way fails the other leads to the same. */
        refusal.asked = false;
        refusal.connections = 1;
        assert_true(public_copy(index_here, before, copy, &status));
        assert_memory_equal(bytes_of(copy).data, whole.data, whole.size);
    }
    assert_in_range(refused, 12, 30);
    refusal.connections = 0;
    unlink(copy);
    unlink(before);
}

/* A table that cannot be read is not an empty one. */
static void what_cannot_be_read_is_not_copied_as_if_it_were_nothing(void **state)
{
    (void)state;
    struct index_status status;
    const char *copy = arena_format(&arena, "%s/copy.db", folder);
    struct string_list names = tables();
    size_t refused = 0;
    for (size_t i = 0; i < names.count; i++) {
        open_refusing(names.items[i], SQLITE_READ);
        bool done = public_copy(index_here, NULL, copy, &status);
        if (done == refusal.asked)
            fail_msg("%s: %s", names.items[i], done ? "done" : "not done");
        if (!done)
            assert_int_equal(access(copy, F_OK), -1);
        unlink(copy);
        refused += refusal.asked;
    }
    assert_in_range(refused, 10, 30);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OWN(a_case_that_cannot_be_written_or_removed_as_a_whole_is_told),
        OWN(vocabularies_that_cannot_be_written_are_told),
        OWN(a_copy_that_cannot_be_made_leaves_the_one_that_is_there),
        OWN(what_cannot_be_read_is_not_copied_as_if_it_were_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
