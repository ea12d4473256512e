#include "indexer/base/text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "indexer/base/arena.h"

/* Bytes that there is room for before something is formatted: most of it is shorter. */
enum { FORMATTED = 64 };

static void text_reserve(struct text *text, size_t more)
{
    if (more < SIZE_MAX / 4 && text->size < SIZE_MAX / 4 && text->size + more + 1 <= text->capacity)
        return;
    size_t capacity = text->capacity ? text->capacity : 256;
    while (capacity < SIZE_MAX / 4 && capacity < text->size + more + 1)
        capacity *= 2;
    text->data = memory_resize(text->data, capacity >= SIZE_MAX / 4 ? SIZE_MAX / 2 : capacity);
    text->capacity = capacity;
}

void text_append(struct text *text, const char *data, size_t size)
{
    text_reserve(text, size);
    if (size)
        memcpy(text->data + text->size, data, size);
    text->size += size;
    text->data[text->size] = '\0';
}

void text_add(struct text *text, const char *string)
{
    text_append(text, string, strlen(string));
}

void text_format(struct text *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    text_reserve(text, FORMATTED);
    size_t room = text->capacity - text->size;
    int length = vsnprintf(text->data + text->size, room, format, arguments);
    va_end(arguments);
    if (length >= 0 && (size_t)length >= room) {
        text_reserve(text, (size_t)length);
        va_start(arguments, format);
        vsnprintf(text->data + text->size, (size_t)length + 1, format, arguments);
        va_end(arguments);
    }
    text->size += length > 0 ? (size_t)length : 0;
    text->data[text->size] = '\0';
}

void text_point(struct text *text, uint32_t point)
{
    static const struct {
        uint32_t below;
        uint32_t lead;
        int more; /* bytes behind the first */
    } forms[] = {{0x80, 0, 0}, {0x800, 0xC0, 1}, {0x10000, 0xE0, 2}, {0x110000, 0xF0, 3}};
    size_t form = 0;
    while (point >= forms[form].below)
        form++;
    text_char(text, (char)(forms[form].lead | point >> (6 * forms[form].more)));
    for (int i = forms[form].more - 1; i >= 0; i--)
        text_char(text, (char)(0x80 | ((point >> (6 * i)) & 0x3F)));
}

const char *text_string(const struct text *text)
{
    return text->data ? text->data : "";
}

void text_clear(struct text *text)
{
    text->size = 0;
    if (text->data)
        text->data[0] = '\0';
}

void text_free(struct text *text)
{
    free(text->data);
    *text = (struct text){0};
}
