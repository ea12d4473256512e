#ifndef INDEXER_BASE_WORKERS_H
#define INDEXER_BASE_WORKERS_H

/* Pieces of work done by several threads, each piece by whoever is free. */

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

#endif
