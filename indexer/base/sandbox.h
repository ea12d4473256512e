#ifndef INDEXER_BASE_SANDBOX_H
#define INDEXER_BASE_SANDBOX_H

/*
 * What this process may touch from some moment on, held by the kernel (Landlock), so that a mistake in what reads
 * hostile files cannot be used on anything else. It starts as {0} and allows nothing; sandbox_enter adds what the C
 * library needs: the system's own folders to read, and /dev/null. What is open already stays open.
 */

#include <stdbool.h>
#include <stddef.h>

#include "indexer/base/arena.h"

/* The least that will do: before ABI 2, folders could not be renamed or linked into at all. */
enum { SANDBOX_ABI_LEAST = 2, SANDBOX_ABI_NETWORK = 4 };

struct sandbox_path {
    const char *path;
    bool may_write;
};

struct sandbox {
    struct sandbox_path *paths;
    size_t count;
    size_t capacity;
};

/*
 * Allows a file, or a folder and all below it, to be read; `may_write`: also made, changed, renamed and removed. Where
 * something is to be made that is not there yet, with its folders, the nearest one that is there is meant. The path
 * must live as long as the sandbox.
 */
void sandbox_allow(struct arena *arena, struct sandbox *sandbox, const char *path, bool may_write);

/*
 * From here on nothing else can be opened, made or removed by this process and those that it starts, nor any
 * connection be made, for good; no memory of it goes into a core file. Call it before there are other threads.
 * Where the kernel cannot do that nothing happens, and that is no failure. False with *reason when the kernel can and
 * it could not be done.
 */
bool sandbox_enter(struct arena *arena, const struct sandbox *sandbox, int *reason);

/* The version of what the kernel has, 0 for nothing. */
int sandbox_abi(void);

#endif
