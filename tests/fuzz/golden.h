#ifndef TESTS_FUZZ_GOLDEN_H
#define TESTS_FUZZ_GOLDEN_H

/* An index of tests/golden for targets that need one; they run in the root of the repository. */

#include <unistd.h>

#include "indexer/base/arena.h"
#include "indexer/index/update.h"
#include "tests/fuzz/fuzz.h"

/* Its path, in a folder of its own, which is in memory where the machine has such a place. */
static inline const char *golden_make(struct arena *arena)
{
    char *folder = arena_string(arena, access("/dev/shm", W_OK) == 0 ? "/dev/shm/fuzz-XXXXXX" : "/tmp/fuzz-XXXXXX");
    const struct update_options options = {.rebuild = true};
    struct update_counts counts;
    struct index_status status;
    struct diagnostics diagnostics = {0};
    fuzz_must(mkdtemp(folder) != NULL, "a folder can be made");
    const char *path = arena_format(arena, "%s/catalogue.db", folder);
    fuzz_must(index_update("tests/golden", path, &options, &counts, &status, &diagnostics) == UPDATE_DONE,
              "run it where tests/golden is");
    diagnostics_free(&diagnostics);
    return path;
}

/* Away with it; who has it open keeps it. */
static inline void golden_remove(struct arena *arena, const char *path)
{
    char *folder = arena_string(arena, path);
    unlink(path);
    *strrchr(folder, '/') = '\0';
    rmdir(folder);
}

#endif
