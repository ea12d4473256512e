/* What an index that cannot be read says: it keeps the first failure, and has no rows from then on. */
#include "tests/unit/own_index.h"

#include <errno.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#include "indexer/index/index_create.h"
#include "indexer/index/index_guard.h"
#include "indexer/index/inverted.h"
#include "indexer/index/lengths.h"
#include "indexer/index/statements.h"
#include "indexer/index/synonym_rows.h"

static void assert_damaged(void)
{
    assert_true(index_failed(index_here));
    assert_int_equal(index_here->status.state, INDEX_DAMAGED);
    assert_non_null(strstr(index_failure_text(&arena, index_here), "is damaged; make it anew with: catalogue index"));
}

static void test_a_good_index_did_not_fail(void **state)
{
    (void)state;
    struct case_row row;
    assert_false(index_failed(NULL));
    assert_false(index_case(index_here, &arena, "no-such-case", &row));
    assert_int_equal(index_term_rows(index_here, &arena, "regions", "no-such-term").count, 0);
    assert_false(index_failed(index_here));
}

static void test_the_first_failure_stays(void **state)
{
    (void)state;
    assert_false(index_check(index_here, SQLITE_FULL));
    assert_false(index_check(index_here, SQLITE_CORRUPT));
    assert_true(index_check(index_here, SQLITE_DONE));
    assert_int_equal(index_here->status.state, INDEX_UNREADABLE);
    assert_int_equal(index_here->status.reason, ENOSPC);
    assert_non_null(strstr(index_failure_text(&arena, index_here), strerror(ENOSPC)));
}

/* A length that is wrong asks for more than any honest row has. */
static void test_memory_has_an_end(void **state)
{
    (void)state;
    assert_int_equal(sqlite3_exec(index_here->db, "SELECT length(randomblob(1000))", NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(index_here->db, "SELECT randomblob(900000000)", NULL, NULL, NULL), SQLITE_NOMEM);
    assert_int_equal(sqlite3_exec(index_here->db, "SELECT length(randomblob(1000))", NULL, NULL, NULL), SQLITE_OK);
}

/* Asking goes on without rows, and nothing is taken for an answer. */
static void test_nothing_is_had_of_an_index_that_failed(void **state)
{
    (void)state;
    struct case_row row;
    struct case_rows all = index_cases(index_here, &arena, ORDER_ID, NULL);
    assert_true(all.count > 1);
    index_check(index_here, SQLITE_IOERR);
    assert_int_equal(index_cases(index_here, &arena, ORDER_ID, NULL).count, 0);
    assert_false(index_case(index_here, &arena, all.items[0].id, &row));
    assert_string_equal(index_case_id(index_here, &arena, all.items[0].row), "");
    assert_null(index_case_study(index_here, &arena, all.items[0].id));
    assert_false(statement_run(statement_get(index_here, SQL_BEGIN)));
    assert_int_equal(index_here->status.reason, EIO);
}

static void test_a_failed_index_is_not_put_in_place(void **state)
{
    (void)state;
    struct index_status status;
    const char *other = arena_format(&arena, "%s/other.db", folder);
    struct index *made = index_create(other, &status);
    assert_non_null(made);
    index_check(made, SQLITE_FULL);
    assert_false(index_replace(made, other, &status));
    assert_int_equal(status.reason, ENOSPC);
    assert_int_equal(access(other, F_OK), -1);
    assert_int_equal(access(arena_format(&arena, "%s.new", other), F_OK), -1);
}

/* A run that writes to the index in place: it says when it has begun, and is in no hurry. */
static void write_in_place(int begun)
{
    static const char sql[] = "BEGIN IMMEDIATE; UPDATE cases SET title = 'Another'";
    struct index_status status;
    struct index *index = index_open(path, INDEX_WRITE, &status);
    bool done = index && sqlite3_exec(index->db, sql, NULL, NULL, NULL) == SQLITE_OK && write(begun, "x", 1) == 1;
    nanosleep(&(struct timespec){.tv_nsec = 50000000}, NULL);
    done = done && sqlite3_exec(index->db, "COMMIT", NULL, NULL, NULL) == SQLITE_OK;
    index_close(index);
    _exit(!done);
}

/* The two have the same name, and so have their journals. */
static void test_a_new_index_waits_for_who_writes_to_the_old_one(void **state)
{
    (void)state;
    char byte;
    int ends[2];
    int ended = 1;
    struct index_status status;
    index_close(index_here);
    index_here = NULL;
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    pid_t child = fork();
    if (!child)
        write_in_place(ends[1]);
    assert_int_equal(read(ends[0], &byte, 1), 1);
    struct index *made = index_create(path, &status);
    assert_non_null(made);
    assert_true(index_replace(made, path, &status));
    assert_int_equal(waitpid(child, &ended, 0), child);
    assert_int_equal(ended, 0);
    assert_non_null(index_here = index_open(path, INDEX_READ, &status));
    assert_int_equal(index_case_count(index_here), 0);
    close(ends[0]);
    close(ends[1]);
}

static void test_an_index_that_was_replaced_is_not_written_to(void **state)
{
    (void)state;
    struct index_status status;
    struct index *made = index_create(path, &status);
    assert_non_null(made);
    assert_true(index_replace(made, path, &status));
    if (statement_run(statement_get(index_here, SQL_BEGIN)))
        statement_run(statement_get(index_here, SQL_DELETE_SYNONYMS));
    assert_true(index_failed(index_here));
    assert_int_equal(index_here->status.state, INDEX_REPLACED);
}

/* What the tables hold in no index of ours, and how one comes upon it. */
static void ask_cases(void)
{
    index_cases(index_here, &arena, ORDER_ID, NULL);
}

static void ask_visible(void)
{
    index_visible_rows(index_here, &arena);
}

static void ask_lengths(void)
{
    size_t row = 0;
    struct bitset visible = index_visible_rows(index_here, &arena);
    assert_true(bitset_next(&visible, 0, &row));
    lengths_at(lengths_of(index_here, &arena, row), row);
}

static void ask_synonyms(void)
{
    synonyms_all(index_here, &arena);
}

static void ask_mentions(void)
{
    index_all_mentions(index_here, &arena);
}

static void ask_settings(void)
{
    index_settings(index_here);
}

static void ask_texts(void)
{
    size_t row = 0;
    const char *texts[TEXT_COLUMNS];
    struct bitset visible = index_visible_rows(index_here, &arena);
    for (; bitset_next(&visible, row, &row); row++)
        index_texts(index_here, &arena, row, texts);
}

static void ask_ids(void)
{
    struct bitset visible = index_visible_rows(index_here, &arena);
    for (size_t row = 0; bitset_next(&visible, row, &row); row++)
        index_case_id(index_here, &arena, row);
}

static void ask_terms(void)
{
    assert_null(inverted_read(index_here));
}

static void test_what_no_index_holds_is_damage(void **state)
{
    (void)state;
    static const struct {
        const char *sql;
        void (*ask)(void);
    } spoilt[] = {
        {"UPDATE cases SET title = x'00'", ask_cases},
        {"UPDATE cases SET title = 'Ba' || char(0) || 'rbers'", ask_cases},
        {"UPDATE cases SET id = id || '/../x'", ask_cases},
        {"UPDATE cases SET completeness = -1", ask_cases},
        {"UPDATE cases SET row = 4194304 WHERE row = (SELECT max(row) FROM cases)", ask_cases},
        {"UPDATE term_rows SET rows = x'01' WHERE field = ''", ask_visible},
        {"UPDATE term_rows SET rows = x'' WHERE field = ''", ask_visible},
        {"UPDATE term_rows SET rows = 'text' WHERE field = ''", ask_visible},
        {"UPDATE term_rows SET rows = zeroblob(8388608) WHERE field = ''", ask_visible},
        {"DELETE FROM lengths", ask_lengths},
        {"UPDATE lengths SET data = x'01'", ask_lengths},
        {"UPDATE lengths SET data = zeroblob(1000000)", ask_lengths},
        {"UPDATE synonyms SET kind = 'odd'", ask_synonyms},
        {"UPDATE mentions SET kind = 99", ask_mentions},
        {"DELETE FROM settings WHERE key = 'title'", ask_settings},
        {"DELETE FROM search", ask_texts},
        {"DELETE FROM cases WHERE row = (SELECT min(row) FROM cases WHERE review_status = '')", ask_ids},
        {"DROP TABLE dates; DROP TABLE term_rows", ask_visible},
        {"INSERT INTO search (rowid, title) VALUES (4194304, 'zymurgy')", ask_terms},
    };
    for (size_t i = 0; i < COUNT_OF(spoilt); i++) {
        if (i)
            assert_int_equal(open_own(NULL), 0);
        change(spoilt[i].sql);
        spoilt[i].ask();
        if (!index_failed(index_here))
            print_message("not seen: %s\n", spoilt[i].sql);
        assert_damaged();
        if (i + 1 < COUNT_OF(spoilt))
            close_own(NULL);
    }
}

/* schema.sql names the columns in SQL's own words; the list that all else goes by is the same. */
static void test_the_columns_of_the_search_table(void **state)
{
    (void)state;
    sqlite3_stmt *statement = NULL;
    size_t column = 0;
    assert_int_equal(
        sqlite3_prepare_v2(index_here->db, "SELECT name FROM pragma_table_info('search')", -1, &statement, NULL),
        SQLITE_OK);
    for (; sqlite3_step(statement) == SQLITE_ROW; column++) {
        assert_true(column < TEXT_COLUMNS);
        assert_string_equal((const char *)sqlite3_column_text(statement, 0), search_text_names[column]);
    }
    sqlite3_finalize(statement);
    assert_int_equal(column, TEXT_COLUMNS);
}

/* Whatever somebody put into the file: what our statements do is all that is done. */
static void test_who_writes_changes_rows_and_nothing_else(void **state)
{
    static const char *const refused[] = {
        "INSERT INTO settings VALUES ('other', '1')", /* of which a trigger would make more */
        "ATTACH '/tmp/other.db' AS other",
        "SELECT load_extension('/tmp/other.so')",
        "DROP TABLE cases",
        "CREATE VIEW other AS SELECT 1",
        "DROP TRIGGER other",
    };
    (void)state;
    struct index_status status;
    change("CREATE TRIGGER other AFTER INSERT ON settings BEGIN UPDATE cases SET title = 'Another'; END");
    index_guard(index_here->db, path, false);
    assert_int_equal(sqlite3_exec(index_here->db, "UPDATE cases SET title = title", NULL, NULL, NULL), SQLITE_OK);
    for (size_t i = 0; i < COUNT_OF(refused); i++) {
        assert_int_not_equal(sqlite3_exec(index_here->db, refused[i], NULL, NULL, NULL), SQLITE_OK);
        assert_non_null(strstr(sqlite3_errmsg(index_here->db), "not authorized"));
    }
    assert_null(index_open(path, INDEX_WRITE, &status));
    assert_int_equal(status.state, INDEX_DAMAGED);
}

/* A name that a statement does not have would store NULL, so the program does not go on. */
static void test_an_unknown_name_ends_the_program(void **state)
{
    (void)state;
    int status = 0;
    fflush(NULL);
    pid_t child = fork();
    if (!child) {
        if (!freopen("/dev/null", "w", stderr))
            _exit(1);
        bind_text(statement_get(index_here, SQL_CASE_BY_ID), ":idd", "x");
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    assert_int_equal(WTERMSIG(status), SIGABRT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        OWN(test_a_good_index_did_not_fail),
        OWN(test_the_first_failure_stays),
        OWN(test_memory_has_an_end),
        OWN(test_nothing_is_had_of_an_index_that_failed),
        OWN(test_a_failed_index_is_not_put_in_place),
        OWN(test_a_new_index_waits_for_who_writes_to_the_old_one),
        OWN(test_an_index_that_was_replaced_is_not_written_to),
        OWN(test_what_no_index_holds_is_damage),
        OWN(test_the_columns_of_the_search_table),
        OWN(test_who_writes_changes_rows_and_nothing_else),
        OWN(test_an_unknown_name_ends_the_program),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
