/* The database that a site offers is the index's rows, of what all may read, and nothing else. */
#include "tests/unit/own_index.h"

#include <errno.h>

#include "indexer/base/file.h"
#include "indexer/index/public_copy.h"

enum { FILE_MAX = 1 << 24 };

static const char *copy_path;

static int begin(void **state)
{
    int result = open_own(state);
    copy_path = arena_format(&arena, "%s/copy.db", folder);
    return result;
}

static int end(void **state)
{
    unlink(copy_path);
    return close_own(state);
}

static struct index *copied(struct index *index, const char *to)
{
    struct index_status status;
    assert_true(public_copy(index, NULL, to, &status));
    struct index *copy = index_open(to, INDEX_READ, &status);
    assert_non_null(copy);
    return copy;
}

static struct file bytes_of(const char *file_path)
{
    struct file file = {0};
    assert_int_equal(file_read(&arena, file_path, FILE_MAX, &file), FILE_DONE);
    return file;
}

static int64_t number(struct index *index, const char *sql)
{
    sqlite3_stmt *statement = NULL;
    assert_int_equal(sqlite3_prepare_v2(index->db, sql, -1, &statement, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    int64_t found = sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return found;
}

static void test_it_has_what_all_may_read_in_the_order_of_ids(void **state)
{
    (void)state;
    struct index *copy = copied(index_here, copy_path);
    struct case_rows rows = index_cases(copy, &arena, ORDER_ID, NULL);
    assert_int_equal(rows.count, 4);
    for (size_t i = 0; i < rows.count; i++)
        assert_int_equal(rows.items[i].row, i + 1);
    assert_false(index_case(copy, &arena, "unfinished", &rows.items[0]));
    assert_int_equal(number(copy, "SELECT count(*) FROM files"), 0);
    assert_int_equal(number(copy, "SELECT count(*) FROM tags WHERE row NOT IN (SELECT row FROM cases)"), 0);
    assert_int_equal(number(copy, "SELECT count(*) FROM mentions WHERE from_id NOT IN (SELECT id FROM cases)"), 0);
    assert_int_equal(number(copy, "SELECT count(*) FROM terms"), number(index_here, "SELECT count(*) FROM terms"));
    struct bitset visible = index_visible_rows(copy, &arena);
    assert_int_equal(bitset_size(&visible), 3);
    assert_false(index_failed(copy));
    index_close(copy);
}

/* Rows with other numbers, free pages, a case that came last: none of it shows. */
static void test_the_same_rows_give_the_same_bytes(void **state)
{
    (void)state;
    struct index_status status;
    index_close(copied(index_here, copy_path));
    struct file first = bytes_of(copy_path);
    struct index *copy = index_open(copy_path, INDEX_READ, &status);
    const char *again = arena_format(&arena, "%s/again.db", folder);
    index_close(copied(copy, again));
    index_close(copy);
    struct file second = bytes_of(again);
    unlink(again);
    assert_int_equal(first.size, second.size);
    assert_memory_equal(first.data, second.data, first.size);
}

/* The index has come to other rows since: a longer title, a tag and a mention more, texts that moved. */
static const char changes[] =
    "UPDATE cases SET title = 'Barbers who measure', source_hash = 7, published = '2020-01-01' WHERE id = 'barbers';"
    "UPDATE sources SET source = source || 'more' WHERE row = (SELECT row FROM cases WHERE id = 'barbers');"
    "UPDATE search SET title = 'barbers who measure zymurgy well-being', body = 'anew ' || body "
    "WHERE rowid = (SELECT row FROM cases WHERE id = 'barbers');"
    "INSERT INTO tags SELECT 'regions', 'wales', row FROM cases WHERE id = 'barbers';"
    "INSERT INTO mentions VALUES ('barbers', 0, 'outreach', 1, 1, 1);"
    "UPDATE settings SET value = '2031-01-01' WHERE key = 'as_of';";

static void test_what_was_renewed_is_what_is_made_anew(void **state)
{
    (void)state;
    struct index_status status;
    const char *renewed = arena_format(&arena, "%s/renewed.db", folder);
    index_close(copied(index_here, copy_path));
    change(changes);
    assert_true(public_copy(index_here, copy_path, renewed, &status));
    struct file before = bytes_of(copy_path);
    index_close(copied(index_here, copy_path));
    struct file anew = bytes_of(copy_path);
    struct file bytes = bytes_of(renewed);
    unlink(renewed);
    assert_true(before.size != anew.size || memcmp(before.data, anew.data, anew.size));
    assert_int_equal(bytes.size, anew.size);
    assert_memory_equal(bytes.data, anew.data, anew.size);
}

/* Another case, one less, no index at all, one that does more than hold rows: then the copy is made as if there were none. */
static void test_a_copy_of_other_cases_is_no_beginning(void **state)
{
    static const char *const others[] = {
        "UPDATE cases SET id = 'barber' WHERE id = 'barbers'",
        "DELETE FROM cases WHERE row = 1",
        "UPDATE cases SET row = 99 WHERE row = 1",
        "DROP TABLE cases",
        "PRAGMA user_version = 1",
        "CREATE VIEW other AS SELECT 1",
        "CREATE TRIGGER other AFTER INSERT ON settings BEGIN UPDATE cases SET title = 'Another'; END",
    };
    (void)state;
    struct index_status status;
    const char *made = arena_format(&arena, "%s/made.db", folder);
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        index_close(copied(index_here, copy_path));
        struct file expected = bytes_of(copy_path);
        struct sqlite3 *db = NULL;
        assert_int_equal(sqlite3_open(copy_path, &db), SQLITE_OK);
        assert_int_equal(sqlite3_exec(db, others[i], NULL, NULL, NULL), SQLITE_OK);
        sqlite3_close(db);
        assert_true(public_copy(index_here, i % 2 ? copy_path : "/nowhere/copy.db", made, &status));
        assert_true(public_copy(index_here, copy_path, made, &status));
        struct file bytes = bytes_of(made);
        assert_int_equal(bytes.size, expected.size);
        assert_memory_equal(bytes.data, expected.data, expected.size);
    }
    unlink(made);
}

/* FTS5 itself compares its pages, which were put together here, with the texts. */
static void test_fts5_finds_nothing_wrong_with_it(void **state)
{
    static const char check[] = "INSERT INTO search (search) VALUES ('integrity-check')";
    (void)state;
    struct sqlite3 *db = NULL;
    index_close(copied(index_here, copy_path));
    assert_int_equal(sqlite3_open(copy_path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, check, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "UPDATE search_content SET c0 = 'zymurgy' WHERE id = 1", NULL, NULL, NULL),
                     SQLITE_OK);
    assert_int_not_equal(sqlite3_exec(db, check, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void test_of_a_failed_index_there_is_no_copy(void **state)
{
    (void)state;
    struct index_status status;
    index_close(copied(index_here, copy_path));
    struct file before = bytes_of(copy_path);
    index_check(index_here, SQLITE_FULL);
    assert_false(public_copy(index_here, NULL, copy_path, &status));
    assert_int_equal(status.reason, ENOSPC);
    struct file after = bytes_of(copy_path);
    assert_int_equal(after.size, before.size);
    assert_memory_equal(after.data, before.data, after.size);
}

/* One row of all that cannot be read, found on the way. */
static void test_a_part_is_not_copied(void **state)
{
    static const char *const spoilt[] = {
        "UPDATE sources SET source = x'ff' WHERE row = (SELECT min(row) FROM cases)",
        "DELETE FROM sources WHERE row = (SELECT min(row) FROM cases)",
        "UPDATE synonyms SET text = x'00'",
        "UPDATE dates SET date = 'a' || char(0)",
        "DELETE FROM search",
    };
    for (size_t i = 0; i < COUNT_OF(spoilt); i++) {
        struct index_status status;
        if (i)
            assert_int_equal(begin(state), 0);
        change(spoilt[i]);
        assert_false(public_copy(index_here, NULL, copy_path, &status));
        assert_int_equal(status.state, INDEX_DAMAGED);
        assert_int_equal(access(copy_path, F_OK), -1);
        if (i + 1 < COUNT_OF(spoilt))
            end(state);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_it_has_what_all_may_read_in_the_order_of_ids, begin, end),
        cmocka_unit_test_setup_teardown(test_the_same_rows_give_the_same_bytes, begin, end),
        cmocka_unit_test_setup_teardown(test_what_was_renewed_is_what_is_made_anew, begin, end),
        cmocka_unit_test_setup_teardown(test_a_copy_of_other_cases_is_no_beginning, begin, end),
        cmocka_unit_test_setup_teardown(test_fts5_finds_nothing_wrong_with_it, begin, end),
        cmocka_unit_test_setup_teardown(test_of_a_failed_index_there_is_no_copy, begin, end),
        cmocka_unit_test_setup_teardown(test_a_part_is_not_copied, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
