#include "catalogue/draft/read/left_out.h"

#include <stdbool.h>
#include <string.h>

#include "indexer/base/text.h"

void left_out_add(struct arena *arena, struct left_out *left_out, const char *why, const char *words, size_t size)
{
    struct text text = {0};
    for (size_t i = 0; i < size; i++) {
        bool blank = strchr(" \t\r\n", words[i]) != NULL;
        if (!blank)
            text_char(&text, words[i]);
        else if (text.size && text.data[text.size - 1] != ' ')
            text_char(&text, ' ');
    }
    while (text.size && text.data[text.size - 1] == ' ')
        text.size--;
    if (text.size) {
        left_out->items =
            arena_grow(arena, left_out->items, left_out->count, &left_out->capacity, sizeof *left_out->items);
        left_out->items[left_out->count++] =
            (struct left_out_item){.why = why, .words = arena_copy(arena, text.data, text.size)};
    }
    text_free(&text);
}
