#ifndef INDEXER_BASE_ARENA_H
#define INDEXER_BASE_ARENA_H

/*
 * Memory that lives as long as one piece of work and is released at once.
 * An arena starts as {0}. What it hands out is zeroed, aligned for any type,
 * never moves, and is valid until arena_free. When memory runs out the
 * program ends with status 2; nothing else in the code has to think of it.
 */

#include <stddef.h>

struct arena_block;

/* Under the address sanitizer each piece is a block of its own, so that what runs over its end is seen. */
#if defined(__SANITIZE_ADDRESS__)
#define ARENA_PIECES_APART 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_PIECES_APART 1
#endif
#endif
#ifndef ARENA_PIECES_APART
#define ARENA_PIECES_APART 0
#endif

struct arena {
    struct arena_block *blocks;
};

/* Zeroed memory of the given size. */
void *arena_alloc(struct arena *arena, size_t size);

/* Zeroed memory for count items of the given size each. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* A copy of size bytes with a NUL behind them. */
char *arena_copy(struct arena *arena, const char *data, size_t size);

/* A copy of a string. */
char *arena_string(struct arena *arena, const char *string);

/* A formatted string. */
char *arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/*
 * Makes room for one more item at the end of a growing array: returns the
 * array, moved when it was full. `items` is the array now, `count` what it
 * holds, `*capacity` what it has room for.
 */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size);

/* Releases everything; the arena is {0} again. */
void arena_free(struct arena *arena);

/*
 * Called once, before anything else: has the C library keep what is released for what is asked for next, and takes the
 * first of it from the system at once. A page that comes when it is first touched costs an interrupt, and in a virtual
 * machine ten times what is then done with it: half of the time of a search, an eighth of a check's.
 */
void memory_begin(void);

/* Memory outside any arena (growing buffers, libraries); ends the program when there is none. To be freed by free(). */
void *memory_resize(void *memory, size_t size);
void *memory_zeroed(size_t count, size_t size);

/* Ends the program with status 2 and a sentence: for a library that found no memory. */
_Noreturn void memory_exhausted(void);

#endif
