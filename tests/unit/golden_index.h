#ifndef TESTS_UNIT_GOLDEN_INDEX_H
#define TESTS_UNIT_GOLDEN_INDEX_H

/* An index of tests/golden/content for tests that ask one; they run in the root of the repository. */

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "indexer/index/queries.h"
#include "indexer/index/update.h"
#include "tests/unit/unit.h"

static struct arena golden_arena;
static struct index *golden_index;
static struct bitset golden_visible;

static int golden_open(void **state)
{
    (void)state;
    char folder[] = "/tmp/catalogue-unit-XXXXXX";
    if (!mkdtemp(folder))
        return -1;
    struct update_options options = {.rebuild = true};
    struct update_counts counts;
    struct diagnostics diagnostics = {0};
    struct index_status status;
    const char *path = arena_format(&golden_arena, "%s/catalogue.db", folder);
    enum update_result result = index_update("tests/golden", path, &options, &counts, &status, &diagnostics);
    diagnostics_free(&diagnostics);
    golden_index = result == UPDATE_DONE ? index_open(path, INDEX_READ, &status) : NULL;
    unlink(path);
    rmdir(folder);
    if (!golden_index)
        return -1;
    golden_visible = index_visible_rows(golden_index, &golden_arena);
    return 0;
}

static int golden_close(void **state)
{
    (void)state;
    index_close(golden_index);
    arena_free(&golden_arena);
    return 0;
}

#endif
