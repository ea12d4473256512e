#include "indexer/base/string_list.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/base/text.h"

void string_list_add(struct arena *arena, struct string_list *words, const char *word)
{
    words->items = arena_grow(arena, words->items, words->count, &words->capacity, sizeof *words->items);
    words->items[words->count++] = word;
}

bool string_list_have(const struct string_list *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++)
        if (strcmp(words->items[i], word) == 0)
            return true;
    return false;
}

static int compare_words(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void string_list_sort(struct string_list *words)
{
    if (words->count)
        qsort(words->items, words->count, sizeof *words->items, compare_words);
}

const char *string_list_join(struct arena *arena, const struct string_list *words, const char *between)
{
    struct text joined = {0};
    for (size_t i = 0; i < words->count; i++) {
        if (i)
            text_add(&joined, between);
        text_add(&joined, words->items[i]);
    }
    char *copy = arena_copy(arena, text_string(&joined), joined.size);
    text_free(&joined);
    return copy;
}

struct string_list string_list_lines(struct arena *arena, const char *text)
{
    struct string_list lines = {0};
    while (*text) {
        size_t size = strcspn(text, "\n");
        if (size)
            string_list_add(arena, &lines, arena_copy(arena, text, size));
        text += size + (text[size] == '\n');
    }
    return lines;
}
