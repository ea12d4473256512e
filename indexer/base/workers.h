#ifndef INDEXER_BASE_WORKERS_H
#define INDEXER_BASE_WORKERS_H

/* Pieces of work done by several threads, each piece by whoever is free. */

#include <stdbool.h>
#include <stddef.h>

enum { WORKERS_MAX = 16 };

/* One for each processor. */
size_t workers_standard(void);

/*
 * Calls `work` once for every number below `count`, in order and up to `workers` at a time; returns when all is done.
 * `worker` says who does it, from 0; worker 0 is the caller, who does all of it when there can be no other.
 */
void workers_run(size_t workers, size_t count, void (*work)(void *context, size_t worker, size_t number),
                 void *context);

/* The most pieces that stand made and not taken. */
enum { WORKERS_AHEAD = 32 };

/*
 * Calls `make` for every number below `count`, on several threads, and then `take` for it, on the caller's own: in order,
 * whatever is made first, until one returns false. What is made waits in place `at` (below WORKERS_AHEAD) until it is taken,
 * and only then the place is used again; every piece that was made is taken, or given to `drop` when the taking ended.
 * False when a `take` returned it.
 */
struct workers_order {
    void (*make)(void *context, size_t at, size_t number);
    bool (*take)(void *context, size_t at, size_t number);
    void (*drop)(void *context, size_t at);
};

bool workers_in_order(size_t workers, size_t count, const struct workers_order *order, void *context);

#endif
