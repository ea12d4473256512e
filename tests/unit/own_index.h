#ifndef TESTS_UNIT_OWN_INDEX_H
#define TESTS_UNIT_OWN_INDEX_H

/* An index of tests/golden/content for each test that spoils one; they run in the root of the repository. */

#include <assert.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "indexer/index/queries.h"
#include "indexer/index/update.h"
#include "tests/unit/unit.h"

static struct arena arena;
static char folder[] = "/tmp/catalogue-unit-XXXXXX";
static const char *path;
static struct index *index_here;

static int open_own(void **state)
{
    (void)state;
    const struct update_options options = {.rebuild = true};
    struct update_counts counts;
    struct index_status status;
    struct diagnostics diagnostics = {0};
    strcpy(folder, "/tmp/catalogue-unit-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    path = arena_format(&arena, "%s/catalogue.db", folder);
    enum update_result result = index_update("tests/golden", path, &options, &counts, &status, &diagnostics);
    diagnostics_free(&diagnostics);
    index_here = result == UPDATE_DONE ? index_open(path, INDEX_WRITE, &status) : NULL;
    return index_here ? 0 : -1;
}

static int close_own(void **state)
{
    (void)state;
    index_close(index_here);
    unlink(path);
    rmdir(folder);
    arena_free(&arena);
    return 0;
}

/* As another program would, which nobody guards. */
static void change(const char *sql)
{
    assert(index_here); /* open_own has seen to it */
    sqlite3_set_authorizer(index_here->db, NULL, NULL);
    assert_int_equal(sqlite3_exec(index_here->db, sql, NULL, NULL, NULL), SQLITE_OK);
}

#define OWN(test) cmocka_unit_test_setup_teardown(test, open_own, close_own)

#endif
