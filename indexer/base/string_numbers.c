#include "indexer/base/string_numbers.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/hash.h"

enum { FIRST_SLOTS = 1 << 12 };

/* A slot of an open hash table, whose size is a power of two and which is at most half full; small, as there are many. */
struct numbered {
    uint32_t hash;
    uint32_t number; /* plus 1; 0: the slot is free */
};

static bool is_string(const char *item, const char *string, size_t size)
{
    return !strncmp(item, string, size) && !item[size];
}

/* The slot of a string, or the free one where it belongs. */
static struct numbered *slot_of(const struct string_numbers *numbers, const char *string, size_t size, uint32_t hash)
{
    size_t mask = numbers->slot_count - 1;
    for (size_t i = hash & mask;; i = (i + 1) & mask) {
        struct numbered *slot = &numbers->slots[i];
        if (!slot->number || (slot->hash == hash && is_string(numbers->items[slot->number - 1], string, size)))
            return slot;
    }
}

static void make_room(struct string_numbers *numbers)
{
    if (numbers->count * 2 < numbers->slot_count)
        return;
    struct numbered *old = numbers->slots;
    size_t old_count = numbers->slot_count;
    numbers->slot_count = old_count ? old_count * 2 : FIRST_SLOTS;
    numbers->slots = memory_zeroed(numbers->slot_count, sizeof *numbers->slots);
    for (size_t i = 0; i < old_count; i++) {
        const char *string = old[i].number ? numbers->items[old[i].number - 1] : NULL;
        if (string)
            *slot_of(numbers, string, strlen(string), old[i].hash) = old[i];
    }
    free(old);
}

size_t string_number(struct string_numbers *numbers, const char *string, size_t size)
{
    make_room(numbers);
    uint32_t hash = (uint32_t)hash_spread(hash_bytes(HASH_START, string, size));
    struct numbered *slot = slot_of(numbers, string, size, hash);
    if (!slot->number) {
        numbers->items =
            arena_grow(&numbers->arena, numbers->items, numbers->count, &numbers->capacity, sizeof *numbers->items);
        numbers->items[numbers->count++] = arena_copy(&numbers->arena, string, size);
        *slot = (struct numbered){hash, (uint32_t)numbers->count};
    }
    return slot->number - 1;
}

void string_numbers_free(struct string_numbers *numbers)
{
    free(numbers->slots);
    arena_free(&numbers->arena);
    *numbers = (struct string_numbers){0};
}
