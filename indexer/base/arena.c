/* madvise is not in POSIX. */
#define _DEFAULT_SOURCE

#include "indexer/base/arena.h"

#include <malloc.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { BLOCK_SIZE = ARENA_PIECES_APART ? 0 : 64 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t size;
    size_t used;
    max_align_t data[];
};

void memory_begin(void)
{
    enum { MIB = 1 << 20, FIRST = MIB, PAGE = 4096 };
    mallopt(M_TRIM_THRESHOLD, 64 * MIB);
    mallopt(M_MMAP_THRESHOLD, 4 * MIB);
    char *first = malloc(FIRST);
    /* An old kernel refuses, and pages come one by one. */
    if (first)
        madvise(first + (PAGE - (uintptr_t)first % PAGE), FIRST - PAGE, MADV_POPULATE_WRITE);
    free(first);
}

_Noreturn void memory_exhausted(void)
{
    static const char message[] = "catalogue: the machine has no memory left for this; free some, and run it again\n";
    if (write(STDERR_FILENO, message, sizeof message - 1) < 0)
        _exit(3);
    _exit(2);
}

void *memory_resize(void *memory, size_t size)
{
    void *resized = realloc(memory, size);
    if (!resized)
        memory_exhausted();
    return resized;
}

void *memory_zeroed(size_t count, size_t size)
{
    void *memory = calloc(count, size);
    if (!memory)
        memory_exhausted();
    return memory;
}

/* The room that a piece takes in its block. Alone in it, it takes no more than was asked for. */
static size_t room_for(size_t size)
{
    size_t unit = ARENA_PIECES_APART ? 1 : sizeof(max_align_t);
    if (size > SIZE_MAX - unit - sizeof(struct arena_block))
        memory_exhausted();
    return (size + unit - 1) / unit * unit;
}

static struct arena_block *block_new(struct arena *arena, size_t wanted)
{
    size_t size = wanted > BLOCK_SIZE ? wanted : BLOCK_SIZE;
    struct arena_block *block = memory_resize(NULL, sizeof *block + size);
    block->size = size;
    block->used = 0;
    /* A block made for one large piece goes behind the current one, which still has room. */
    if (wanted > BLOCK_SIZE && arena->blocks) {
        block->next = arena->blocks->next;
        arena->blocks->next = block;
    } else {
        block->next = arena->blocks;
        arena->blocks = block;
    }
    return block;
}

/* Memory as it comes. */
static char *take(struct arena *arena, size_t size)
{
    size_t wanted = room_for(size ? size : 1);
    struct arena_block *block = arena->blocks;
    if (!block || block->size - block->used < wanted)
        block = block_new(arena, wanted);
    char *memory = (char *)block->data + block->used;
    block->used += wanted;
    return memory;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return memset(take(arena, size), 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        memory_exhausted();
    return arena_alloc(arena, count * size);
}

char *arena_copy(struct arena *arena, const char *data, size_t size)
{
    if (size == SIZE_MAX)
        memory_exhausted();
    char *copy = take(arena, size + 1);
    if (size)
        memcpy(copy, data, size);
    copy[size] = '\0';
    return copy;
}

char *arena_string(struct arena *arena, const char *string)
{
    return arena_copy(arena, string, strlen(string));
}

char *arena_format(struct arena *arena, const char *format, ...)
{
    /* Nearly always what is left of the block is enough. */
    struct arena_block *block = arena->blocks;
    size_t room = block ? block->size - block->used : 0;
    char *rest = block ? (char *)block->data + block->used : NULL;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(rest, room, format, arguments);
    va_end(arguments);
    if (length < 0)
        return arena_string(arena, "");
    char *formatted = take(arena, (size_t)length + 1);
    if (formatted == rest)
        return formatted;
    va_start(arguments, format);
    vsnprintf(formatted, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return formatted;
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    size_t larger = *capacity ? *capacity * 2 : 4;
    void *moved = arena_array(arena, larger, size);
    if (count)
        memcpy(moved, items, count * size);
    *capacity = larger;
    return moved;
}

void arena_free(struct arena *arena)
{
    while (arena->blocks) {
        struct arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
}
